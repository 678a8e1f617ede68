"""Makes guarded code: the function is compiled again from its source with one more statement."""

import ast
import gc
import types


class PatchValidationError(Exception):
    pass


class PatchRejectedError(Exception):
    pass


_GUARDED = {}


def _find(code, wanted):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            same_place = constant.co_firstlineno == wanted.co_firstlineno
            if same_place and constant.co_qualname == wanted.co_qualname:
                return constant
            found = _find(constant, wanted)
            if found:
                return found
    return None


def synthesize_guarded_code(original_code, spec):
    names = _GUARDED.get(original_code, ()) + (spec.var_name,)
    with open(original_code.co_filename, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        lines = [d.lineno for d in node.decorator_list] + [node.lineno]
        if node.name == original_code.co_name and min(lines) == original_code.co_firstlineno:
            guards = ast.parse("\n".join(
                f"if not isinstance({name}, str): {name} = str({name})" for name in names
            )).body
            for guard in guards:
                for part in ast.walk(guard):
                    ast.copy_location(part, node.body[0])
            node.body[:0] = guards
    new_code = _find(compile(tree, original_code.co_filename, "exec"), original_code)
    if new_code is None:
        raise PatchRejectedError("no source")
    _GUARDED[new_code] = names
    return types.SimpleNamespace(to_code=lambda: new_code)


def propagate_patch(original_func, patched_code):
    original_code = original_func.__code__
    for ref in gc.get_referrers(original_code):
        if isinstance(ref, types.FunctionType) and ref.__code__ is original_code:
            ref.__code__ = patched_code
    original_func.__code__ = patched_code
