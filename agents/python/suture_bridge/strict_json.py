"""JSON as the protocol wants it: UTF-8, no duplicate names, bounded nesting (spec 5 and 7)."""

import json

MAX_NESTING = 16


class BadJson(ValueError):
    """The text is not JSON in the accepted form."""


def _no_duplicates(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise BadJson("duplicate member name")
    return members


def _no_constant(name):
    raise BadJson(name + " is not JSON")


def _check_nesting(text):
    """Counts brackets outside of strings, so that no deep text ever reaches the parser."""
    depth = 0
    in_string = escaped = False
    for char in text:
        if in_string:
            if escaped:
                escaped = False
            elif char == "\\":
                escaped = True
            elif char == '"':
                in_string = False
        elif char == '"':
            in_string = True
        elif char in "[{":
            depth += 1
            if depth > MAX_NESTING:
                raise BadJson("nested too deeply")
        elif char in "]}":
            depth -= 1


def parse_object(data):
    """The object in ``data`` (bytes); BadJson for everything else."""
    try:
        text = data.decode("utf-8")
        _check_nesting(text)
        value = json.loads(
            text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant
        )
    except BadJson:
        raise
    except (ValueError, RecursionError) as error:
        raise BadJson("not JSON") from error
    if not isinstance(value, dict):
        raise BadJson("not an object")
    return value


def dump(value):
    """``value`` as compact UTF-8 JSON bytes; lone surrogates and control characters escaped."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True, default=str).encode("ascii")
