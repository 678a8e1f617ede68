"""The bridge between a running CodeSuture process and the console (control protocol v1).

It is loaded beside the unmodified CodeSuture 1.1.x, answers signed HTTP requests, and can take one
patch back exactly. Standard library only; CPython 3.11, 3.12 and 3.13.
"""

__version__ = "1.0.0"
