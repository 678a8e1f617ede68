"""Finding live functions by the identity of their code, and setting code (spec 7.2 and 8.3)."""

import gc
import sys
import types

from .codehash import code_hash


def holders(codes):
    """Every live function whose ``__code__`` is one of ``codes`` by identity."""
    wanted = {id(code) for code in codes}
    if not wanted:
        return []
    return [
        ref
        for ref in gc.get_referrers(*codes)
        if isinstance(ref, types.FunctionType) and id(ref.__code__) in wanted
    ]


def named(module, qualname):
    """Every live function with exactly this ``__module__`` and ``__qualname__``."""
    return [
        ref
        for ref in gc.get_objects()
        if type(ref) is types.FunctionType
        and ref.__module__ == module
        and ref.__qualname__ == qualname
    ]


def named_with_hash(module, qualname, sha256):
    """The functions of ``named`` whose code has this hash."""
    return [f for f in named(module, qualname) if code_hash(f.__code__) == sha256]


def set_all(functions, code):
    """Sets ``code`` on all functions or, when one refuses, on none.

    Returns (the changes for ``put_back``, None) or ([], text of the error).
    """
    changes = []
    try:
        for function in functions:
            old = function.__code__
            function.__code__ = code
            changes.append((function, old))
    except (ValueError, TypeError) as error:
        put_back(changes)
        return [], str(error)
    return changes, None


def put_back(changes):
    """Takes what ``set_all`` did back."""
    for function, old in changes:
        function.__code__ = old


def running(codes):
    """How many frames of other threads are inside one of ``codes`` at this moment."""
    wanted = {id(code) for code in codes}
    count = 0
    for frame in list(sys._current_frames().values()):
        while frame is not None:
            count += id(frame.f_code) in wanted
            frame = frame.f_back
    return count
