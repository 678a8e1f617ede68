"""Command bodies (spec 7.3): exactly the known members, with the known forms."""

import re

from .holds import MODES
from .problems import Problem

_PATCH_ID = re.compile(r"p_[0-9a-f]{24}")
_ETAG = re.compile(r"[0-9a-f]{32}")
_INCIDENT = re.compile(r"[0-9a-f]{12}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

CAPABILITY = {
    "rollback": "rollback", "reapply": "reapply", "mark-fixed": "mark-fixed",
    "dismiss": "dismiss", "release-hold": "hold",
}
_MEMBERS = {
    "rollback": {"patch_id", "expect", "hold"},
    "reapply": {"rollback_id", "expect"},
    "mark-fixed": {"patch_id", "expect"},
    "dismiss": {"incident_id"},
    "release-hold": {"patch_id"},
}
_COMMON = {"kind", "operator", "reason"}


def is_command_id(text):
    """Whether this is a lower-case UUID."""
    return bool(_UUID.fullmatch(text))


def _bad(name):
    return Problem("malformed-request", "bad member " + name)


def _text(body, name, longest):
    value = body.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest:
        raise _bad(name)


def _form(body, name, pattern):
    value = body.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _bad(name)


def _only(value, names, where):
    if not isinstance(value, dict):
        raise _bad(where)
    unknown = sorted(set(value) - names)
    if unknown:
        raise Problem("unknown-member", unknown[0][:64])


def check(body, capabilities):
    """A Problem when ``body`` is not a command this agent takes exactly as it stands."""
    kind = body.get("kind")
    if not isinstance(kind, str):
        raise _bad("kind")
    if CAPABILITY.get(kind) not in capabilities:
        raise Problem("capability-missing", kind[:64])
    _only(body, _COMMON | _MEMBERS[kind], "body")
    _text(body, "operator", 64)
    _text(body, "reason", 500)
    wanted = _MEMBERS[kind]
    if "patch_id" in wanted:
        _form(body, "patch_id", _PATCH_ID)
    if "incident_id" in wanted:
        _form(body, "incident_id", _INCIDENT)
    if "rollback_id" in wanted:
        _form(body, "rollback_id", _UUID)
    if "expect" in wanted:
        _only(body.get("expect"), {"etag"}, "expect")
        _form(body["expect"], "etag", _ETAG)
    if "hold" in wanted:
        _only(body.get("hold"), {"mode"}, "hold")
        if body["hold"].get("mode") not in MODES:
            raise _bad("hold.mode")
