"""``python -m suture_bridge conform FILE``: runs every signing vector (spec 6.6)."""

import base64
import json
import sys

from . import checks, http_subset, signatures
from .config import Key
from .nonces import NonceCache
from .problems import Problem


def _key(entry):
    return Key(
        keyid=entry["keyid"],
        secret=signatures.decode_secret(entry["secret"]),
        role=entry.get("role", "observer"),
        not_after=entry.get("not_after"),
    )


def _primitive(vector):
    key = _key(vector["key"])
    found = signatures.mac(key.secret, vector["signature_base"].encode())
    fits = base64.b64encode(found).decode() == vector["expect"]["signature_b64"]
    return (None, None) if fits else ("bad-signature", None)


def _request(vector):
    key = _key(vector["key"])
    entry = vector["request"]
    nonces = NonceCache()
    for nonce in vector["seen_nonces"]:
        nonces.remember(key.keyid, nonce, vector["now"], vector["now"])
    try:
        request = http_subset.build_request(
            entry["method"],
            entry["target"],
            [tuple(pair) for pair in entry["headers"]],
            base64.b64decode(entry["body_b64"]),
        )
    except Problem as problem:
        return problem.kind, None
    outcome = checks.check_request(
        request,
        authority=vector["agent"]["authority"],
        instance=vector["agent"]["instance"],
        find_key=lambda keyid: key if keyid == key.keyid else None,
        nonces=nonces,
        now=vector["now"],
    )
    return outcome.reason, outcome.base


def _response(vector):
    asked = vector["for_request"]
    path, _, query = asked["target"].partition("?")
    entry = vector["response"]
    return checks.check_response(
        entry["status"],
        {name.lower(): value.strip(" \t") for name, value in entry["headers"]},
        base64.b64decode(entry["body_b64"]),
        key=_key(vector["key"]),
        nonce=asked["nonce"],
        request=(asked["method"], asked["authority"], path, query),
    )


_KINDS = {"primitive": _primitive, "request": _request, "response": _response}


def run_vector(vector):
    """(reason or None, whether everything is as the vector expects) for one vector."""
    reason, base = _KINDS[vector["kind"]](vector)
    expect = vector["expect"]
    if expect.get("result", "accept") == "reject":
        return reason, reason == expect["reason"]
    wanted = expect.get("signature_base")
    fits = reason is None and (wanted is None or base == wanted.encode())
    return reason, fits


def main(arguments):
    """Prints one JSON line a vector; 0 when all are as expected, 1 when not, 2 or 3 on bad input."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m suture_bridge conform FILE\n")
        return 2
    try:
        with open(arguments[0], encoding="utf-8") as file:
            vectors = json.load(file)["vectors"]
        results = [(vector["id"], *run_vector(vector)) for vector in vectors]
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.stderr.write(f"suture_bridge: cannot read the vectors: {error!r}\n")
        return 3
    for vector_id, reason, _ in results:
        outcome = "reject" if reason else "accept"
        sys.stdout.write(json.dumps({"id": vector_id, "outcome": outcome, "reason": reason}) + "\n")
    return 0 if all(fits for _, _, fits in results) else 1
