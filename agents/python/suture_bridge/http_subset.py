"""The subset of HTTP/1.1 that an agent speaks (spec 4): reading a head, writing an answer.

``http.server`` is never used: CodeSuture replaces parts of it for the whole process (spec 2.1).
"""

import re
from dataclasses import dataclass
from http import HTTPStatus

from .problems import Problem

MAX_HEAD = 16 * 1024
MAX_FIELDS = 64
MAX_BODY = 64 * 1024
METHODS = ("GET", "PUT", "POST")

_TARGET = re.compile(r"((?:/[A-Za-z0-9._~-]+)+)(?:\?([A-Za-z0-9._~=&%+:-]*))?")
_FIELD_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FIELD_VALUE = re.compile(r"[\t\x20-\x7e]*")
_LENGTH = re.compile(r"0|[1-9][0-9]{0,9}")
_REFUSED = ("transfer-encoding", "expect")


@dataclass(frozen=True)
class Request:
    """One request. ``fields`` has lower-case names and trimmed values; ``query`` has no ``?``."""

    method: str
    path: str
    query: str
    fields: dict
    body: bytes = b""

    def with_body(self, body):
        """The same request with its body."""
        return Request(self.method, self.path, self.query, self.fields, body)


def _malformed(detail):
    return Problem("malformed-request", detail)


def parse_head(data):
    """The request of a complete head (bytes up to and without the empty line); else a Problem."""
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError:
        raise _malformed("not ASCII") from None
    lines = text.split("\r\n")
    parts = lines[0].split(" ")
    if len(parts) != 3 or parts[2] != "HTTP/1.1":
        raise _malformed("request line")
    if len(lines) - 1 > MAX_FIELDS:
        raise Problem("too-large", "too many fields", status=431)
    pairs = []
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon:
            raise _malformed("header line")
        pairs.append((name, value))
    return build_request(parts[0], parts[1], pairs)


def build_request(method, target, pairs, body=b""):
    """A request from its parts, checked against the subset; a Problem when it is outside of it."""
    match = _TARGET.fullmatch(target)
    if method not in METHODS or not match:
        raise _malformed("method or target")
    if any(segment in (".", "..") for segment in match[1].split("/")):
        raise _malformed("dot segment")
    fields = {}
    for name, value in pairs:
        if not _FIELD_NAME.fullmatch(name) or not _FIELD_VALUE.fullmatch(value):
            raise _malformed("header field")
        name = name.lower()
        if name in fields:
            raise _malformed("repeated header")
        if name in _REFUSED:
            raise _malformed(name)
        fields[name] = value.strip(" \t")
    request = Request(method, match[1], match[2] or "", fields, body)
    _check_body_fields(request)
    return request


def _check_body_fields(request):
    length = request.fields.get("content-length")
    if length is not None and not _LENGTH.fullmatch(length):
        raise _malformed("Content-Length")
    if request.method == "GET":
        return
    if length is None:
        raise _malformed("no Content-Length")
    if request.fields.get("content-type") != "application/json":
        raise _malformed("Content-Type")


def body_length(request):
    """The number of body bytes that follow the head; Problem 413 when they are too many."""
    length = int(request.fields.get("content-length", "0"))
    if length > MAX_BODY:
        raise Problem("too-large", "body")
    return length


def head_bytes(status, fields):
    """The bytes of a response head; ``fields`` are (name, value) pairs."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Status"
    lines = [f"HTTP/1.1 {status} {phrase}"]
    lines += [f"{name}: {value}" for name, value in fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")
