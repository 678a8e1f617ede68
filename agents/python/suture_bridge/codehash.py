"""The code hash of spec 7.2: survives moving a function, changes with anything it does.

SHA-256 over a walk of the code object: argument counts, flags, bytecode, names, variable names,
free and cell variables, exception table, constants. File name and line numbers are left out.
"""

import hashlib
import struct


def _sized(tag, data):
    return tag + struct.pack(">I", len(data)) + data


def _text(value):
    return _sized(b"u", value.encode("utf-8", "surrogatepass"))


def _number(value):
    return _sized(b"i", str(int(value)).encode())


def _constant(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return _sized(b"s", repr(value).encode())
    kind = type(value)
    if kind is int:
        return _sized(b"i", hex(value).encode())
    if kind is float:
        return b"f" + struct.pack(">d", value)
    if kind is complex:
        return b"c" + struct.pack(">dd", value.real, value.imag)
    if kind is str:
        return _text(value)
    if kind is bytes:
        return _sized(b"b", value)
    if kind is tuple:
        return _sized(b"t", b"".join(map(_constant, value)))
    if kind is frozenset:
        return _sized(b"z", b"".join(sorted(map(_constant, value))))
    if hasattr(value, "co_code"):
        return _sized(b"o", _walk(value))
    return _sized(b"?", repr(value).encode("utf-8", "surrogatepass"))


def _walk(code):
    parts = [
        _number(code.co_argcount),
        _number(code.co_posonlyargcount),
        _number(code.co_kwonlyargcount),
        _number(code.co_flags),
        _sized(b"b", code.co_code),
    ]
    for names in (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars):
        parts.append(_sized(b"t", b"".join(map(_text, names))))
    parts.append(_sized(b"b", code.co_exceptiontable))
    parts.append(_sized(b"t", b"".join(map(_constant, code.co_consts))))
    return b"".join(parts)


def code_hash(code):
    """The hash of a code object, or of what ``marshal_reader`` read, as 64 hex digits."""
    return hashlib.sha256(_walk(code)).hexdigest()
