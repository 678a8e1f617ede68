"""Reads the code object of a store file without making one (CPython 3.11 to 3.13).

``marshal.loads`` trusts its input; a file of another Python version or a damaged one can end the
process. This reader is bounded, gives plain data, and raises ``BadMarshal`` for the rest.
"""

import struct
from dataclasses import dataclass

_MAX_DEPTH = 100
_MAX_OBJECTS = 200_000
_REF = 0x80
_LOCAL, _CELL, _FREE = 0x20, 0x40, 0x80
_SINGLETONS = {ord("N"): None, ord("T"): True, ord("F"): False, ord("."): Ellipsis}


class BadMarshal(ValueError):
    """The bytes are not a code object that this reader knows."""


@dataclass(frozen=True)
class CodeImage:
    """What a marshalled code object holds, under the names that code objects use."""

    co_argcount: int
    co_posonlyargcount: int
    co_kwonlyargcount: int
    co_flags: int
    co_code: bytes
    co_consts: tuple
    co_names: tuple
    co_varnames: tuple
    co_cellvars: tuple
    co_freevars: tuple
    co_filename: str
    co_name: str
    co_qualname: str
    co_firstlineno: int
    co_exceptiontable: bytes


class _Reader:
    def __init__(self, data):
        self._data = data
        self._at = 0
        self._refs = []
        self._objects = 0

    def _take(self, count):
        end = self._at + count
        if count < 0 or end > len(self._data):
            raise BadMarshal("ends too early")
        piece = self._data[self._at : end]
        self._at = end
        return piece

    def _int(self):
        return struct.unpack("<i", self._take(4))[0]

    def read(self, depth=0):
        """The next object; a slot for references is taken before its children are read."""
        self._objects += 1
        if depth > _MAX_DEPTH or self._objects > _MAX_OBJECTS:
            raise BadMarshal("too deep or too many objects")
        byte = self._take(1)[0]
        kind, keep = byte & 0x7F, byte & _REF
        if kind in _SINGLETONS:
            return _SINGLETONS[kind]
        if kind == ord("r"):
            index = self._int()
            if not 0 <= index < len(self._refs) or self._refs[index] is None:
                raise BadMarshal("bad reference")
            return self._refs[index]
        if keep:
            slot = len(self._refs)
            self._refs.append(None)
        value = self._value(chr(kind), depth)
        if keep:
            self._refs[slot] = value
        return value

    def _value(self, kind, depth):
        if kind == "i":
            return self._int()
        if kind == "l":
            return self._long()
        if kind == "g":
            return struct.unpack("<d", self._take(8))[0]
        if kind == "y":
            return complex(*struct.unpack("<dd", self._take(16)))
        if kind == "s":
            return self._take(self._int())
        if kind in "ut":
            return self._decode(self._take(self._int()))
        if kind in "aA":
            return self._decode(self._take(self._int()))
        if kind in "zZ":
            return self._decode(self._take(self._take(1)[0]))
        if kind in "()":
            count = self._int() if kind == "(" else self._take(1)[0]
            return tuple(self._items(count, depth))
        if kind == ">":
            return frozenset(self._items(self._int(), depth))
        if kind == "c":
            return self._code(depth)
        raise BadMarshal("unknown type " + repr(kind))

    @staticmethod
    def _decode(data):
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise BadMarshal("bad text") from None

    def _items(self, count, depth):
        if not 0 <= count <= len(self._data):
            raise BadMarshal("bad length")
        return [self.read(depth + 1) for _ in range(count)]

    def _long(self):
        count = self._int()
        digits = struct.unpack(f"<{abs(count)}H", self._take(2 * abs(count)))
        value = sum(digit << (15 * place) for place, digit in enumerate(digits))
        return -value if count < 0 else value

    def _code(self, depth):
        argcount, posonly, kwonly, _, flags = (self._int() for _ in range(5))
        code, consts, names, local_names, kinds = (self.read(depth + 1) for _ in range(5))
        filename, name, qualname = (self.read(depth + 1) for _ in range(3))
        line = self._int()
        self.read(depth + 1)
        table = self.read(depth + 1)
        texts = (filename, name, qualname)
        if not all(type(x) is bytes for x in (code, kinds, table)) or not all(
            type(x) is str for x in texts
        ):
            raise BadMarshal("bad code object")
        for group in (consts, names, local_names):
            if type(group) is not tuple:
                raise BadMarshal("bad code object")
        if not all(type(x) is str for x in names + local_names) or len(kinds) != len(local_names):
            raise BadMarshal("bad code object")
        by_kind = {
            bit: tuple(n for n, k in zip(local_names, kinds) if k & bit)
            for bit in (_LOCAL, _CELL, _FREE)
        }
        return CodeImage(
            argcount, posonly, kwonly, flags, code, consts, names,
            by_kind[_LOCAL], by_kind[_CELL], by_kind[_FREE],
            filename, name, qualname, line, table,
        )


def read_code(data):
    """The code object in ``data`` as a ``CodeImage``; BadMarshal when there is none."""
    try:
        image = _Reader(data).read()
    except (struct.error, TypeError, OverflowError, MemoryError, RecursionError) as error:
        raise BadMarshal("damaged") from error
    if not isinstance(image, CodeImage):
        raise BadMarshal("not a code object")
    return image
