"""A small stand-in for CodeSuture 1.1.x, for tests only.

It has the same functions, classes, files and thread behaviour where the bridge hooks in, and one
guard: a parameter that is added to a text is made a text (``str_coerce_guard``).
"""

__version__ = "1.1.0"
