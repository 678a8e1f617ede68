"""Finds what to guard: ``"text" + name`` with a name that is no text."""

import dis
from dataclasses import dataclass


@dataclass
class PatchSpec:
    strategy: str
    var_name: str
    default_value: object = None
    key_name: object = None


def analyze_exception(frame, exc_type, exc_value, exc_tb):
    if not issubclass(exc_type, TypeError) or "can only concatenate str" not in str(exc_value):
        return None
    instructions = list(dis.get_instructions(frame.f_code))
    for place, instruction in enumerate(instructions):
        if instruction.offset == frame.f_lasti and instruction.opname == "BINARY_OP" and place:
            before = instructions[place - 1]
            if before.opname in ("LOAD_FAST", "LOAD_DEREF"):
                return PatchSpec("str_coerce_guard", before.argval, "")
    return None
