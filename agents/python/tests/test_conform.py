"""Signing vectors (spec 6.6) and the parts that can be tested without a process."""

import json
import os
import subprocess
import unittest

from suture_bridge import (
    clock, config, conform, events, http_subset, limits, marshal_reader, nonces, strict_json,
)
from suture_bridge.problems import Problem

import pythons
from harness import enrolment, key_entry

VECTORS = os.path.join(pythons.CONTRACT, "control-vectors.json")


class Conform(unittest.TestCase):
    def test_every_vector_on_every_python(self):
        with open(VECTORS) as file:
            vectors = json.load(file)["vectors"]
        for version, program in pythons.each():
            with self.subTest(python=version):
                found = subprocess.run(
                    [program, "-m", "suture_bridge", "conform", VECTORS],
                    cwd=pythons.PACKAGE_PARENT, capture_output=True, text=True,
                )
                lines = [json.loads(line) for line in found.stdout.splitlines()]
                self.assertEqual(found.returncode, 0, found.stderr)
                self.assertEqual([l["id"] for l in lines], [v["id"] for v in vectors])
                for line, vector in zip(lines, vectors):
                    wanted = vector["expect"].get("reason")
                    self.assertEqual(line["reason"], wanted, vector["id"])
                    self.assertEqual(line["outcome"], "reject" if wanted else "accept")

    def test_a_changed_vector_is_found_out(self):
        with open(VECTORS) as file:
            vectors = {v["id"]: v for v in json.load(file)["vectors"]}
        vector = vectors["s-03"]
        vector["request"]["body_b64"] = vectors["s-10"]["request"]["body_b64"]
        self.assertEqual(conform.run_vector(vector), ("bad-digest", False))
        vector = vectors["s-01"]
        vector["expect"]["signature_base"] += " "
        self.assertEqual(conform.run_vector(vector), (None, False))

    def test_wrong_usage_and_unreadable_files(self):
        self.assertEqual(conform.main([]), 2)
        self.assertEqual(conform.main([os.path.join(pythons.HERE, "nothing.json")]), 3)
        self.assertEqual(conform.main([__file__]), 3)


class Code(unittest.TestCase):
    """Spec 7.2: the code hash, and the reader of store files."""

    def test_marshalled_code_is_read_as_the_interpreter_reads_it(self):
        for version, program in pythons.each():
            with self.subTest(python=version):
                found = subprocess.run(
                    [program, os.path.join(pythons.HERE, "codewalk.py")], capture_output=True,
                    text=True, env={**os.environ, "PYTHONPATH": pythons.PACKAGE_PARENT},
                )
                self.assertEqual(found.returncode, 0, found.stderr)
                self.assertGreater(int(found.stdout), 500)

    def test_garbage_is_refused(self):
        for data in (b"", b"N", b"c", b"\xe3" + b"\0" * 90, b"(\xff\xff\xff\x7f", b"r\0\0\0\0",
                     b")\x01" * 5000, b"[\0\0\0\0", b"s\xff\xff\xff\xff"):
            with self.assertRaises(marshal_reader.BadMarshal):
                marshal_reader.read_code(data)


class Clock(unittest.TestCase):
    """Threat 11: the clock of the agent."""

    def setUp(self):
        self.wall, self.mono = 1000.0, 50.0
        self.clock = clock.AgentClock(lambda: self.wall, lambda: self.mono)

    def test_clock_step_back_keeps_replay_protection(self):
        cache = nonces.NonceCache()
        self.assertEqual(cache.remember("k", "n", 1060, self.clock.now()), "new")
        self.wall -= 3600
        self.mono += 10
        self.assertEqual(self.clock.now(), 1010.0)
        self.assertEqual(cache.remember("k", "n", 1060, self.clock.now()), "seen")

    def test_clock_follows_forwards(self):
        self.wall += 4
        self.assertEqual(self.clock.now(), 1000.0)
        self.wall += 2
        self.assertEqual(self.clock.now(), 1006.0)
        self.mono += 1
        self.assertEqual(self.clock.now(), 1007.0)


class Nonces(unittest.TestCase):
    """Threat 15: bounded, never evicted early."""

    def test_full_cache_refuses_and_keeps_what_it_has(self):
        cache = nonces.NonceCache(capacity=3)
        self.assertEqual([cache.remember("k", str(n), 100, 50) for n in range(4)],
                         ["new", "new", "new", "full"])
        self.assertEqual(cache.remember("k", "0", 100, 60), "seen")
        self.assertEqual(cache.remember("k", "4", 300, 131), "new")
        self.assertEqual(len(cache), 1)

    def test_same_nonce_of_another_key_is_new(self):
        cache = nonces.NonceCache()
        self.assertEqual([cache.remember(k, "n", 100, 50) for k in "ab"], ["new", "new"])


class Events(unittest.TestCase):
    """Spec 10: numbers, bounds, merging."""

    def setUp(self):
        self.mono = 0.0
        self.events = events.Events("i" * 32, clock.AgentClock(), lambda: self.mono)

    def blocks(self, after=0):
        self.events.pump()
        return [b.decode() for b in self.events.after(after)]

    def test_event_buffer_bounded(self):
        for _ in range(3):
            for n in range(1000):
                self.events.put("x", {"text": "a" * 3000})
            self.events.pump()
        self.assertLessEqual(len(self.events._kept), 1024)
        self.assertLessEqual(self.events._bytes, 2 * 1024 * 1024)
        self.assertEqual(self.events.newest, 3000)
        self.assertEqual(self.events.newest - self.events.oldest + 1, len(self.events._kept))

    def test_full_inbox_drops_and_says_so(self):
        for n in range(events.INBOX + 7):
            self.events.put("x", {"n": n})
        self.assertEqual(self.events.dropped, 7)
        self.events.pump()
        gaps = [b.decode() for b in self.events.after(0) if b"event: gap" in b]
        self.assertEqual(gaps, [])
        self.events.put("x", {})
        self.assertIn(b'"lost":7', self.events.hello(None)[0])

    def test_streams_are_told_of_a_gap(self):
        self.events.dropped = 3
        self.assertIn('"lost":3', self.blocks()[0])
        self.assertEqual(self.blocks(1), [])

    def test_same_verdicts_are_one_a_second(self):
        for n in range(50):
            self.events.put("verdict", {"v": 1}, "key")
        first = self.blocks()
        self.assertEqual(len(first), 1)
        self.assertIn('"count":1', first[0])
        self.mono = 1.1
        second = self.blocks(1)
        self.assertEqual(len(second), 1)
        self.assertIn('"count":49', second[0])
        self.mono = 2.5
        self.assertEqual(self.blocks(2), [])
        self.mono = 4.0
        self.events.put("verdict", {"v": 1}, "key")
        self.assertEqual(len(self.blocks(2)), 1)

    def test_resume_and_its_limits(self):
        for n in range(3):
            self.events.put("x", {"n": n})
        self.events.pump()
        name = "i" * 32
        self.assertIn(b'"resumed":true,"lost":0', self.events.hello(name + "-1")[0])
        self.assertEqual(self.events.hello(name + "-1")[1], 1)
        for other in ("x" * 32 + "-1", name + "-9", name, "", None, name + "-x"):
            self.assertIn(b'"resumed":false', self.events.hello(other)[0])
            self.assertEqual(self.events.hello(other)[1], 3)

    def test_long_event_is_cut(self):
        self.events.put("x", {"id": "a", "text": "b" * 40000, "list": ["c"] * 9})
        block = self.blocks()[0]
        self.assertLess(len(block), events.MAX_EVENT)
        self.assertIn('"truncated":true', block)


class Limits(unittest.TestCase):
    def test_throttle_goes_quiet_and_comes_back(self):
        now = [0.0]
        throttle = limits.FailureThrottle(lambda: now[0])
        self.assertEqual([throttle.answer() for _ in range(22)], [True] * 20 + [False] * 2)
        now[0] = 1.05
        self.assertTrue(throttle.answer())

    def test_key_rates(self):
        now = [0.0]
        rates = limits.KeyLimits(lambda: now[0])
        for _ in range(10):
            rates.check("a", True)
        with self.assertRaises(Problem) as caught:
            rates.check("a", True)
        self.assertEqual(caught.exception.headers, [("Retry-After", "2")])
        rates.check("b", True)
        now[0] = 2.1
        rates.check("a", True)


class Configuration(unittest.TestCase):
    """Spec 3 and 4: what an enrolment may say."""

    def refused(self, **changes):
        with self.assertRaises(config.ConfigError) as caught:
            config.parse(json.dumps(enrolment(**changes)).encode())
        return str(caught.exception)

    def test_good_enrolment(self):
        parsed = config.parse(json.dumps(enrolment()).encode())
        self.assertEqual(parsed.agent_id, "web-1")
        self.assertNotIn("secret", repr(parsed))

    def test_plain_on_public_address_is_refused(self):
        for host in ("0.0.0.0", "192.0.2.1", "::", "127.0.0.2"):
            self.assertIn("plain", self.refused(listen={"host": host, "port": 1, "tls": False}))

    def test_bad_enrolments(self):
        good = key_entry("a")
        self.refused(agent_id="Web")
        self.refused(authority="web-2.agent.invalid")
        self.refused(format="x")
        self.refused(listen={"host": "localhost", "port": 1})
        self.refused(listen={"host": "127.0.0.1", "port": True})
        self.refused(listen={"host": "0.0.0.0", "port": 1, "tls": True})
        for keys in (
            [good] * 2, [key_entry(str(n)) for n in range(9)], [{**good, "secret": "AAAA"}],
            [{**good, "role": "root"}], [key_entry("a", days=401)], [{**good, "not_after": None}],
            [{**good, "secret": good["secret"] + "="}], "x", [1],
        ):
            with self.subTest(keys=keys):
                self.refused(keys=keys)


class Subset(unittest.TestCase):
    def test_nesting_is_counted_outside_of_strings(self):
        strict_json.parse_object(b'{"a":"' + b"[" * 50 + b'\\"["}')
        with self.assertRaises(strict_json.BadJson):
            strict_json.parse_object(b"[" * 17)

    def test_control_characters_in_fields_refused(self):
        for line in (b"A: b\x00c", b"A : b", b" A: b", b"A: \x80", b"A"):
            with self.assertRaises(Problem):
                http_subset.parse_head(b"GET /v1/agent HTTP/1.1\r\n" + line)


if __name__ == "__main__":
    unittest.main()
