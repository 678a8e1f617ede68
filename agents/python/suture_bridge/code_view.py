"""``GET /v1/patches/{id}/code`` (spec 7.2.1): the code objects and the source of one patch."""

import base64
import importlib.util
import marshal
import os
import sys

from . import files, strict_json
from .codehash import code_hash
from .problems import Problem
from .store import base_name

MAX_BODY = 1 << 20
_MAX_SOURCE_LINES = 2000


def code_view(agent, patch):
    """The members of the answer; Problem 422 when it would pass 1 MiB."""
    view = {
        "patch_id": patch.id, "etag": patch.etag,
        "python": ".".join(map(str, sys.version_info[:3])),
        "magic": importlib.util.MAGIC_NUMBER.hex(),
        "patched": _patched(agent, patch),
    }
    original = _original(agent, patch)
    if original is not None:
        view["original"] = original
    if agent.enrolment.current.share_source:
        source = _source(patch)
        if source is not None:
            view["source"] = source
    if len(strict_json.dump(view)) > MAX_BODY:
        raise Problem("code-too-large")
    return view


def _encoded(data):
    return base64.b64encode(data).decode("ascii")


def _original(agent, patch):
    if patch.record is not None:
        code = patch.record.original
        return {"sha256": code_hash(code), "marshal": _encoded(marshal.dumps(code))}
    name = base_name(patch.module, patch.qualname) + ".orig.code"
    image = agent.store.image(name) if name in agent.store.names() else None
    if image is None:
        return None
    return {"sha256": code_hash(image), "marshal": _encoded(agent.store.bytes_of(name))}


def _patched(agent, patch):
    entries = []
    for layer in patch.layers:
        if layer.code is not None:
            data = marshal.dumps(layer.code)
        else:
            data = agent.store.bytes_of(base_name(patch.module, patch.qualname) + ".code")
        if data is not None:
            entries.append({
                "guard_type": layer.guard_type, "at": layer.at, "sha256": layer.sha256,
                "marshal": _encoded(data),
            })
    return entries


def _source(patch):
    """The lines of the function in the file as it is now, with the hash of the whole file."""
    if patch.record is None:
        return None
    code = patch.record.original
    folder, name = os.path.split(os.path.abspath(code.co_filename))
    try:
        data = files.read_regular(folder, name)
        lines = data.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    last = max(line for line in _lines_of(code))
    first = code.co_firstlineno
    return {
        "file": code.co_filename, "first_line": first, "sha256": files.sha256(data),
        "lines": lines[first - 1 : min(last, first + _MAX_SOURCE_LINES)],
    }


def _lines_of(code):
    yield code.co_firstlineno
    for _, _, line in code.co_lines():
        if line:
            yield line
    for constant in code.co_consts:
        if hasattr(constant, "co_lines"):
            yield from _lines_of(constant)
