"""Compiles the standard library of this Python, and compares listings with what its own dis says.

    standard_library.py compile FOLDER    writes one .pyc for each module, prints their paths
    standard_library.py compare FILE      FILE: output of `dis --json`; prints counts, then differences
"""

import dis
import json
import marshal
import os
import py_compile
import re
import sys
import sysconfig
import types
import warnings

SHOWN = 20


def compile_all(folder):
    root = sysconfig.get_path("stdlib")
    warnings.simplefilter("ignore")
    for path, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - {"site-packages", "__pycache__"})
        for name in sorted(names):
            if not name.endswith(".py"):
                continue
            source = os.path.join(path, name)
            target = os.path.join(folder, os.path.relpath(source, root).replace(os.sep, "__") + "c")
            try:
                py_compile.compile(source, cfile=target, dfile=os.path.relpath(source, root), doraise=True)
            except Exception:
                continue  # tests hold files that are broken on purpose
            print(target)


def codes(code, path="root"):
    yield path, code
    for index, constant in enumerate(code.co_consts):
        if isinstance(constant, types.CodeType):
            yield from codes(constant, f"{path}/const[{index}]")


def described(path, code):
    result = {"path": path}
    for name in (
        "co_name co_qualname co_filename co_firstlineno co_argcount co_posonlyargcount co_kwonlyargcount"
        " co_nlocals co_stacksize co_flags co_names co_varnames co_freevars co_cellvars"
    ).split():
        value = getattr(code, name)
        result[name] = list(value) if isinstance(value, tuple) else value
    result["exception_table"] = [
        {"start": e.start, "end": e.end, "target": e.target, "depth": e.depth, "lasti": e.lasti}
        for e in dis._parse_exception_table(code)
    ]
    lines = {}
    for start, end, line in code.co_lines():
        for offset in range(start, end, 2):
            lines[offset] = line
    result["instructions"] = [row(i, lines) for i in dis.get_instructions(code)]
    return result


def row(i, lines):
    positions = list(i.positions) if i.positions else [None]
    argrepr = re.sub(r" at 0x[0-9a-f]+, file", " at 0xADDR, file", i.argrepr)
    line = lines.get(i.offset)
    if sys.version_info >= (3, 13):
        assert line == i.line_number
    return [
        i.offset, i.opname, i.opcode, i.arg, argrepr, i.is_jump_target, line,
        None if set(positions) == {None} else positions,
    ]


def same_row(ours, theirs):
    if ours == theirs:
        return True
    # The order of the items of a frozenset has no meaning.
    if ours[:4] + ours[5:] != theirs[:4] + theirs[5:] or "frozenset(" not in theirs[4]:
        return False
    return eval(ours[4]) == eval(theirs[4])


def differences(ours, theirs):
    for key in theirs:
        if key != "instructions" and ours.get(key) != theirs[key]:
            yield key, ours.get(key), theirs[key]
    if set(ours) != set(theirs):
        yield "keys", sorted(ours), sorted(theirs)
    if len(ours["instructions"]) != len(theirs["instructions"]):
        yield "count", len(ours["instructions"]), len(theirs["instructions"])
    for one, other in zip(ours["instructions"], theirs["instructions"]):
        if not same_row(one, other):
            yield "instruction", one, other


def compare(name):
    files = code_objects = instructions = 0
    found = []
    with open(name, encoding="utf-8") as lines:
        for line in lines:
            listed = json.loads(line)
            with open(listed["file"], "rb") as pyc:
                code = marshal.loads(pyc.read()[16:])
            theirs = [described(*one) for one in codes(code)]
            ours = listed["code_objects"]
            if listed["python"] != "%d.%d" % sys.version_info[:2] or len(ours) != len(theirs):
                found.append((listed["file"], listed["python"], len(ours), len(theirs)))
            for one, other in zip(ours, theirs):
                found.extend((listed["file"], other["path"]) + d for d in differences(one, other))
                code_objects += 1
                instructions += len(other["instructions"])
            files += 1
    print(files, code_objects, instructions, len(found))
    for difference in found[:SHOWN]:
        print(ascii(difference)[:1000])


if __name__ == "__main__":
    {"compile": compile_all, "compare": compare}[sys.argv[1]](sys.argv[2])
