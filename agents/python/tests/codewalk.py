"""Run on each Python: the reader of marshalled code sees what the interpreter sees."""

import glob
import marshal
import os
import sys
import types

from suture_bridge.codehash import code_hash
from suture_bridge.marshal_reader import BadMarshal, read_code

NAMES = (
    "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_flags", "co_code", "co_names",
    "co_varnames", "co_cellvars", "co_freevars", "co_filename", "co_name", "co_qualname",
    "co_firstlineno", "co_exceptiontable",
)


def walk(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from walk(constant)


def main():
    checked = 0
    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.__file__), "*.py")))[:30]:
        with open(path, encoding="utf-8") as file:
            module = compile(file.read(), path, "exec")
        for code in walk(module):
            data = marshal.dumps(code)
            image = read_code(data)
            for name in NAMES:
                assert getattr(image, name) == getattr(code, name), (path, code, name)
            assert code_hash(image) == code_hash(code) == code_hash(marshal.loads(data)), code
            assert code_hash(code.replace(co_filename="x", co_firstlineno=9)) == code_hash(code)
            for cut in (1, len(data) // 2, len(data) - 1):
                try:
                    read_code(data[:cut])
                    raise AssertionError("a cut file was read")
                except BadMarshal:
                    pass
            checked += 1
    hashes = {code_hash(compile(text, "f", "eval")) for text in (
        "a + 1", "a + 2", "a - 1", "b + 1", "a + 1.0", "a + True", "a in {1, 2}", "a in {1, 3}",
    )}
    assert len(hashes) == 8
    print(checked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
