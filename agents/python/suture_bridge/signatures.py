"""The strict profile of HTTP message signatures (spec 6.1 and 6.2): syntax, bases, MACs."""

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass

ALGORITHM = "hmac-sha256"
REQUEST_TAG = "cs-ctl-req-1"
RESPONSE_TAG = "cs-ctl-res-1"
LIFETIME = 60
RESPONSE_COMPONENTS = (
    '"@status" "content-type" "content-digest" "cs-instance" '
    '"@method";req "@authority";req "@path";req "@query";req'
)
STREAM_COMPONENTS = RESPONSE_COMPONENTS.replace('"content-digest" ', "")

_INPUT = re.compile(
    r'cs=(\(([^()]*)\);created=(0|[1-9][0-9]{0,14});expires=(0|[1-9][0-9]{0,14})'
    r';nonce="([A-Za-z0-9_-]{22,64})";keyid="([A-Za-z0-9._-]{1,64})"'
    r';alg="([A-Za-z0-9-]{1,32})";tag="([A-Za-z0-9-]{1,32})")'
)
_COMPONENT_LIST = re.compile(r'"[a-z@-]+"(;req)?( "[a-z@-]+"(;req)?)*')
_SIGNATURE = re.compile(r"cs=:([A-Za-z0-9+/]{43}=):")


@dataclass(frozen=True)
class SignatureInput:
    """The parsed value of ``Signature-Input``; ``text`` is what follows ``cs=``, as sent."""

    text: str
    components: str
    created: int
    expires: int
    nonce: str
    keyid: str
    algorithm: str
    tag: str


def parse_input(value):
    """The parameters of a ``Signature-Input`` value, or None when it is not exactly of the form."""
    match = _INPUT.fullmatch(value)
    if not match or not _COMPONENT_LIST.fullmatch(match[2]):
        return None
    return SignatureInput(
        match[1], match[2], int(match[3]), int(match[4]), match[5], match[6], match[7], match[8]
    )


def parse_signature(value):
    """The 32 bytes of a ``Signature`` value, or None when it is not exactly of the form."""
    match = _SIGNATURE.fullmatch(value)
    if not match:
        return None
    raw = base64.b64decode(match[1])
    return raw if base64.b64encode(raw).decode() == match[1] else None


def request_components(method, has_instance):
    """The only component list accepted for a request of this method."""
    names = '"@method" "@authority" "@path" "@query" "cs-protocol"'
    if has_instance:
        names += ' "cs-instance"'
    if method in ("PUT", "POST"):
        names += ' "content-type" "content-digest"'
    return names


def base(components, values, params_text):
    """The signature base: ``values`` maps each component (as written, with quotes) to its value."""
    lines = [f"{name}: {values[name]}" for name in components.split(" ")]
    lines.append(f'"@signature-params": {params_text}')
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def request_values(method, authority, path, query, fields):
    """The values of all components a request can cover; fields that are absent are left out."""
    values = {
        '"@method"': method,
        '"@authority"': authority,
        '"@path"': path,
        '"@query"': "?" + query,
    }
    for name in ("cs-protocol", "cs-instance", "content-type", "content-digest"):
        if name in fields:
            values[f'"{name}"'] = fields[name]
    return values


def mac(secret, signature_base):
    """HMAC-SHA-256 of ``signature_base`` under ``secret``, both bytes."""
    return hmac.new(secret, signature_base, hashlib.sha256).digest()


def digest(body):
    """The value of ``Content-Digest`` for ``body``."""
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"


def decode_secret(text):
    """The bytes of a base64url text without padding; ValueError when it is not canonical."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("not base64url") from error
    if base64.urlsafe_b64encode(raw).decode().rstrip("=") != text:
        raise ValueError("not canonical base64url")
    return raw


def sign_response(secret, keyid, nonce, created, status, fields, request):
    """The two signature fields of a response.

    ``fields`` has lower-case names; ``request`` is (method, authority, path, query);
    without ``content-digest`` in ``fields`` the response is the head of an event stream.
    """
    components = RESPONSE_COMPONENTS if "content-digest" in fields else STREAM_COMPONENTS
    text = (
        f"({components});created={created};expires={created + LIFETIME}"
        f';nonce="{nonce}";keyid="{keyid}";alg="{ALGORITHM}";tag="{RESPONSE_TAG}"'
    )
    signature = mac(secret, base(components, response_values(status, fields, request), text))
    encoded = base64.b64encode(signature).decode()
    return [("Signature-Input", "cs=" + text), ("Signature", f"cs=:{encoded}:")]


def response_values(status, fields, request):
    """The values of all components a response covers; fields that are absent are left out."""
    method, authority, path, query = request
    values = {
        '"@status"': str(status),
        '"@method";req': method,
        '"@authority";req': authority,
        '"@path";req': path,
        '"@query";req': "?" + query,
    }
    for name in ("content-type", "content-digest", "cs-instance"):
        if name in fields:
            values[f'"{name}"'] = fields[name]
    return values
