"""The golden exchanges are what this agent says, and are signed as the protocol wants it."""

import base64
import json
import os
import unittest

from suture_bridge import checks, http_subset, nonces
from suture_bridge.config import Key
from suture_bridge.problems import Problem
from suture_bridge.signatures import decode_secret

import exchanges
import pythons
from harness import read_answer

_UNSIGNED = ("unauthenticated-401", "wrong-authority-421")
_REASONS = {
    "unauthenticated-401": "bad-signature", "wrong-authority-421": "wrong-authority",
    "expired-401": "expired", "forbidden-role-403": "forbidden-role",
    "instance-changed-409": "instance-changed",
}


def golden():
    """All golden exchanges by name."""
    found = {}
    for name in sorted(os.listdir(exchanges.FOLDER)):
        with open(os.path.join(exchanges.FOLDER, name), encoding="ascii") as file:
            found[name.removesuffix(".json")] = json.load(file)
    return found


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.golden = golden()

    def test_requests_are_taken_or_refused_as_recorded(self):
        for name, exchange in self.golden.items():
            with self.subTest(name):
                key = self._key(exchange)
                data = base64.b64decode(exchange["request"]["bytes_b64"])
                head, _, body = data.partition(b"\r\n\r\n")
                outcome = checks.check_request(
                    http_subset.parse_head(head).with_body(body), **exchange["agent"],
                    find_key=lambda keyid: key if keyid == key.keyid else None,
                    nonces=nonces.NonceCache(), now=exchange["now"],
                )
                self.assertEqual(outcome.reason, _REASONS.get(name))

    def test_answers_are_signed(self):
        for name, exchange in self.golden.items():
            with self.subTest(name):
                asked = exchange["request"]
                answer = base64.b64decode(exchange["response"]["bytes_b64"])
                status, fields, body = read_answer(answer)
                reason, _ = checks.check_response(
                    status, fields, body, key=self._key(exchange), nonce=exchange["nonce"],
                    request=(asked["method"], exchange["agent"]["authority"], asked["path"],
                             asked["query"]),
                )
                self.assertEqual(reason, "unsigned" if name in _UNSIGNED else None)

    @unittest.skipIf(pythons.REAL, "the goldens were made with the stand-in")
    def test_the_agent_still_says_the_same(self):
        """Members and types of every answer, not values: those are of another process."""
        now = exchanges.record_all()
        self.assertEqual(sorted(now), sorted(self.golden))
        for name, exchange in self.golden.items():
            with self.subTest(name):
                self.assertEqual(now[name]["response"]["status"], exchange["response"]["status"])
                if not name.startswith("events"):
                    self.assertEqual(*(
                        exchanges.shape(json.loads(e["response"]["body"]))
                        for e in (now[name], exchange)
                    ))

    @staticmethod
    def _key(exchange):
        entry = exchange["key"]
        return Key(entry["keyid"], decode_secret(entry["secret"]), entry["role"],
                   entry["not_after"])


class Problems(unittest.TestCase):
    def test_every_problem_that_a_check_can_give_is_in_the_table(self):
        for kind in ("nonce-cache-full", "replayed-nonce", "too-large", "wrong-authority"):
            self.assertTrue(Problem(kind).body()["title"])


if __name__ == "__main__":
    unittest.main()
