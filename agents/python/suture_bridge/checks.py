"""The checks of a request and of a response, in the order of spec 6.3 and 6.2."""

import hmac
from dataclasses import dataclass

from . import signatures
from .nonces import SKEW

_DUMMY_SECRET = bytes(32)
_BROWSER_FIELDS = ("origin", "referer", "cookie")
_WITH_TIME = ("created-in-future", "expired")


@dataclass(frozen=True)
class Outcome:
    """What the checks found: ``reason`` is None when all passed, else the first that failed.

    ``key`` is set from the moment the MAC was right: answers are signed with it then.
    """

    reason: str | None
    key: object = None
    params: signatures.SignatureInput | None = None
    base: bytes | None = None

    @property
    def authenticated(self):
        """Whether the MAC was right."""
        return self.key is not None

    @property
    def tells_time(self):
        """Whether the answer carries ``server_time``."""
        return self.reason in _WITH_TIME


def check_unsigned_part(request, authority):
    """The checks that need no signature: authority, then browser fields. A reason or None."""
    if request.fields.get("host") != authority:
        return "wrong-authority"
    for name in request.fields:
        if name in _BROWSER_FIELDS or name.startswith("sec-fetch-"):
            return "browser-request"
    return None


def check_request(request, *, authority, instance, find_key, nonces, now):
    """All checks of a request whose head and body are inside the subset and the limits.

    ``find_key(keyid)`` gives the key (keyid, secret, role, not_after) or None; ``now`` is in Unix
    seconds. The nonce is remembered only after the MAC was right.
    """
    reason = check_unsigned_part(request, authority)
    if reason:
        return Outcome(reason)
    reason, params, signature = _check_syntax(request)
    if reason:
        return Outcome(reason)
    values = signatures.request_values(
        request.method, request.fields["host"], request.path, request.query, request.fields
    )
    base = signatures.base(params.components, values, params.text)
    key = find_key(params.keyid)
    expected = signatures.mac(key.secret if key else _DUMMY_SECRET, base)
    fits = hmac.compare_digest(expected, signature)
    if key is None:
        return Outcome("unknown-key")
    if not fits:
        return Outcome("bad-signature")
    reason = _check_authenticated(request, key, params, instance, nonces, now)
    return Outcome(reason, key, params, base)


def _check_syntax(request):
    fields = request.fields
    if "signature-input" not in fields or "signature" not in fields:
        return "unsigned", None, None
    params = signatures.parse_input(fields["signature-input"])
    signature = signatures.parse_signature(fields["signature"])
    if params is None or signature is None:
        return "malformed-signature", None, None
    if params.algorithm != signatures.ALGORITHM:
        return "bad-algorithm", None, None
    if params.tag != signatures.REQUEST_TAG:
        return "bad-tag", None, None
    wanted = signatures.request_components(request.method, "cs-instance" in fields)
    if params.components != wanted:
        return "bad-components", None, None
    for name in ("cs-protocol",) + (
        ("content-type", "content-digest") if request.method != "GET" else ()
    ):
        if name not in fields:
            return "missing-component", None, None
    return None, params, signature


def _check_authenticated(request, key, params, instance, nonces, now):
    if request.method == "GET":
        if request.body:
            return "bad-digest"
    elif request.fields["content-digest"] != signatures.digest(request.body):
        return "bad-digest"
    if not 1 <= params.expires - params.created <= signatures.LIFETIME:
        return "bad-window"
    if params.created > now + SKEW:
        return "created-in-future"
    if now > params.expires + SKEW:
        return "expired"
    seen = nonces.remember(key.keyid, params.nonce, params.expires, now)
    if seen == "full":
        return "nonce-cache-full"
    if seen == "seen":
        return "replayed-nonce"
    if key.not_after is not None and now >= key.not_after:
        return "key-expired"
    if request.fields["cs-protocol"] != "1":
        return "unsupported-protocol"
    if request.method != "GET" and key.role != "operator":
        return "forbidden-role"
    if request.method == "PUT" and request.fields.get("cs-instance") != instance:
        return "instance-changed"
    return None


def check_response(status, fields, body, *, key, nonce, request):
    """The console's checks of an answer (spec 6.2); the bridge has them for ``conform`` and tests.

    ``request`` is (method, authority, path, query). Returns (reason or None, signature base or None).
    """
    if "signature-input" not in fields or "signature" not in fields:
        return "unsigned", None
    params = signatures.parse_input(fields["signature-input"])
    signature = signatures.parse_signature(fields["signature"])
    if params is None or signature is None:
        return "malformed-signature", None
    if params.algorithm != signatures.ALGORITHM:
        return "bad-algorithm", None
    if params.tag != signatures.RESPONSE_TAG:
        return "bad-tag", None
    stream = fields.get("content-type") == "text/event-stream"
    wanted = signatures.STREAM_COMPONENTS if stream else signatures.RESPONSE_COMPONENTS
    if params.components != wanted:
        return "bad-components", None
    values = signatures.response_values(status, fields, request)
    if any(name not in values for name in wanted.split(" ")):
        return "missing-component", None
    base = signatures.base(wanted, values, params.text)
    if params.keyid != key.keyid:
        return "unknown-key", base
    if not hmac.compare_digest(signatures.mac(key.secret, base), signature):
        return "bad-signature", base
    if not stream and fields["content-digest"] != signatures.digest(body):
        return "bad-digest", base
    if params.nonce != nonce:
        return "nonce-mismatch", base
    if not 1 <= params.expires - params.created <= signatures.LIFETIME:
        return "bad-window", base
    return None, base
