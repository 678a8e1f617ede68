"""Requests on the wire: threats 1, 2, 3, 8, 9, 12, 14, 16 of spec 11."""

import json
import socket
import time
import unittest
import uuid

from harness import Console, Lab, LabCase, enrolment, key_entry, read_all, read_answer, write_enrolment


class Wire(LabCase):
    """One process for all tests of this class; every test uses a key of its own rates."""

    @classmethod
    def setUpClass(cls):
        entry = enrolment([key_entry(f"web-1-op{n}") for n in range(6)]
                          + [key_entry("web-1-ob1", "observer")])
        cls.shared = Lab(entry=entry).start()
        cls.addClassCleanup(cls.shared.close)

    def setUp(self):
        self.console = self.shared.console("web-1-op0")

    def raw(self, data):
        """Status, fields and body of the answer to raw bytes; None when there was none."""
        time.sleep(0.05)
        answer = self.console.exchange(data)
        return read_answer(answer) if answer else None

    def unsigned(self, data, status):
        """Asserts that raw bytes are answered with this status and without a signature."""
        found = self.raw(data)
        self.assertIsNotNone(found, "no answer")
        self.assertEqual(found[0], status, found)
        self.assertNotIn("signature", found[1])
        self.assertNotIn("cs-instance", found[1])
        return json.loads(found[2])

    def test_replay_same_nonce_refused(self):
        data, nonce = self.console.request("GET", "/v1/agent")
        self.assertEqual(self.raw(data)[0], 200)
        status, fields, body = self.raw(data)
        self.assertEqual((status, json.loads(body)["type"]),
                         (401, "urn:codesuture:problem:replayed-nonce"))
        self.assertIn("signature", fields)
        self.assertEqual(fields["www-authenticate"], "CodeSuture-Signature")

    def test_replay_after_window_refused(self):
        answer = self.console.get("/v1/agent", created=int(time.time()) - 92)
        self.assertEqual(self.refused(answer, "expired")["status"], 401)
        self.assertAlmostEqual(answer.json["server_time"], time.time(), delta=5)

    def test_request_from_the_future_refused_with_server_time(self):
        answer = self.console.get("/v1/agent", created=int(time.time()) + 40)
        self.assertIn("server_time", self.refused(answer, "created-in-future"))

    def test_command_for_old_instance_refused(self):
        body = {"kind": "release-hold", "patch_id": "p_" + "0" * 24}
        answer = self.console.command(body, instance="0" * 32)
        self.assertEqual(self.refused(answer, "instance-changed")["status"], 409)

    def test_observer_cannot_command(self):
        observer = self.shared.console("web-1-ob1")
        self.assertEqual(observer.get("/v1/patches").status, 200)
        for answer in (
            observer.command({"kind": "release-hold", "patch_id": "p_" + "0" * 24}),
            observer.call("POST", "/v1/preview", body={"kind": "rollback"}),
        ):
            self.assertEqual(self.refused(answer, "forbidden-role")["status"], 403)

    def test_rebinding_host_refused(self):
        data, _ = self.console.request("GET", "/v1/agent", fields={"host": "rebind.example:9181"})
        self.assertEqual(
            self.unsigned(data, 421)["type"], "urn:codesuture:problem:wrong-authority"
        )

    def test_origin_refused(self):
        for field in ("origin", "referer", "cookie", "sec-fetch-site"):
            data, _ = self.console.request("GET", "/v1/agent", fields={field: "x"})
            self.assertEqual(
                self.unsigned(data, 403)["type"], "urn:codesuture:problem:browser-request"
            )

    def test_options_preflight_refused(self):
        self.unsigned(b"OPTIONS /v1/agent HTTP/1.1\r\nHost: web-1.agent.invalid\r\n"
                      b"Origin: https://evil.example\r\n\r\n", 400)

    def test_no_cors_headers_in_any_response(self):
        signed, _ = self.console.request("GET", "/v1/agent")
        origin, _ = self.console.request("GET", "/v1/agent", fields={"origin": "https://x"})
        unknown, _ = self.console.request("GET", "/v1/nothing")
        for data in (signed, origin, unknown, b"OPTIONS * HTTP/1.1\r\n\r\n"):
            time.sleep(0.1)
            answer = self.console.exchange(data).lower()
            self.assertTrue(answer)
            self.assertNotIn(b"access-control", answer)
            self.assertNotIn(b"\r\nserver:", answer)

    def test_unknown_key_and_bad_mac_same_wire_answer(self):
        entry = self.shared.entry["keys"][0]
        stranger = Console(self.shared.agent["port"], {**entry, "keyid": "nobody"})
        unknown = self.console.exchange(stranger.request("GET", "/v1/agent")[0])
        bad = self.console.exchange(
            self.console.request("GET", "/v1/agent", secret=b"x" * 32)[0]
        )
        self.assertTrue(unknown)
        self.assertEqual(unknown, bad)
        self.assertIn(b"unauthenticated", bad)

    def test_big_body_refused_before_reading(self):
        data, _ = self.console.request("POST", "/v1/preview", body=b"{}",
                                       fields={"content-length": "70000"})
        started = time.monotonic()
        self.assertEqual(self.unsigned(data, 413)["type"], "urn:codesuture:problem:too-large")
        self.assertLess(time.monotonic() - started, 3)

    def test_big_head_refused(self):
        head = b"GET /v1/agent HTTP/1.1\r\nHost: web-1.agent.invalid\r\nX: "
        self.unsigned(head + b"a" * 20000 + b"\r\n\r\n", 431)
        self.unsigned(head + b"\r\n" + b"".join(b"X%d: a\r\n" % n for n in range(70)) + b"\r\n", 431)

    def test_deep_json_refused(self):
        for body in (b'{"a":' + b"[" * 17 + b"]" * 17 + b"}", b'{"a":' * 20000 + b"1" + b"}" * 20000):
            if len(body) > 65536:
                body = body[:60000]
            answer = self.console.call("POST", "/v1/preview", body=body)
            self.refused(answer, "bad-json")

    def test_duplicate_members_and_wrong_json_refused(self):
        for body in (b'{"kind":"dismiss","kind":"rollback"}', b"[]", b"\xff", b'{"a":NaN}', b""):
            self.refused(self.console.call("POST", "/v1/preview", body=body), "bad-json")

    def test_unknown_member_refused(self):
        body = {"kind": "release-hold", "patch_id": "p_" + "0" * 24, "all": True}
        self.refused(self.console.command(body), "unknown-member")
        body = {"kind": "rollback", "patch_id": "p_" + "0" * 24, "hold": {"mode": "none"},
                "expect": {"etag": "0" * 32, "force": True}}
        self.refused(self.console.command(body), "unknown-member")
        self.refused(self.console.command({"kind": "rollback-all"}), "capability-missing")
        self.refused(
            self.console.command({"kind": "release-hold", "patch_id": "p_*"}), "malformed-request"
        )

    def test_duplicate_header(self):
        data, _ = self.console.request("GET", "/v1/agent")
        self.unsigned(data[:-2] + b"CS-Protocol: 1\r\n\r\n", 400)

    def test_transfer_encoding_refused(self):
        for field in ("transfer-encoding", "expect"):
            data, _ = self.console.request(
                "POST", "/v1/preview", body=b"{}", fields={field: "chunked"}
            )
            self.unsigned(data, 400)

    def test_outside_of_the_subset_refused(self):
        for line in (
            "GET http://web-1.agent.invalid/v1/agent HTTP/1.1", "CONNECT x:1 HTTP/1.1",
            "GET /v1//agent HTTP/1.1", "GET /v1/%61gent HTTP/1.1", "GET /v1/agent HTTP/1.0",
            "DELETE /v1/agent HTTP/1.1", "GET /v1/agent#x HTTP/1.1", "get /v1/agent HTTP/1.1",
        ):
            self.unsigned(f"{line}\r\nHost: web-1.agent.invalid\r\n\r\n".encode(), 400)
            time.sleep(0.1)
        data, _ = self.console.request("GET", "/v1/agent")
        self.unsigned(data[:-2] + b"X: a\r\n b\r\n\r\n", 400)

    def test_second_request_on_connection_ignored(self):
        first, _ = self.console.request("GET", "/v1/agent")
        second, _ = self.console.request("GET", "/v1/patches")
        answer = self.console.exchange(first + second)
        self.assertEqual(answer.count(b"HTTP/1.1 "), 1)
        self.assertIn(b"Connection: close", answer)

    def test_unsigned_flood_stores_no_nonce(self):
        """A nonce that a stranger used is free for the one who has the key."""
        data, nonce = self.console.request("GET", "/v1/agent", secret=b"x" * 32)
        self.raw(data)
        self.assertEqual(self.console.get("/v1/agent", nonce=nonce).status, 200)

    def test_protocol_two_refused(self):
        answer = self.console.get("/v1/agent", fields={"cs-protocol": "2"})
        self.assertEqual(answer.status, 401)

    def test_unknown_resources_are_signed_404(self):
        for path in ("/v1/nothing", "/v2/agent", "/v1/patches/p_x/y", "/v1/patches/a/b/c", "/v1"):
            self.refused(self.console.get(path), "not-found")
        self.refused(self.console.get("/v1/patches/p_" + "0" * 24), "unknown-patch")
        self.refused(self.console.get("/v1/commands/" + str(uuid.uuid4())), "unknown-command")

    def test_command_rate_is_limited(self):
        console = self.shared.console("web-1-op5")
        body = {"kind": "release-hold", "patch_id": "p_" + "0" * 24}
        answers = [console.command(body) for _ in range(12)]
        self.assertEqual({a.problem for a in answers[:10]}, {"no-hold"})
        limited = answers[11]
        self.refused(limited, "rate-limited")
        self.assertGreaterEqual(int(limited.fields["retry-after"]), 1)

    def test_request_rate_is_limited(self):
        console = self.shared.console("web-1-op4")
        statuses = [console.get("/v1/holds").status for _ in range(70)]
        self.assertEqual(statuses[:40], [200] * 40)
        self.assertIn(429, statuses)

    def test_lists_are_paged_and_refuse_bad_limits(self):
        for limit in ("0", "501", "x", "-1"):
            self.refused(self.console.get("/v1/patches", "limit=" + limit), "malformed-request")
        for name in ("patches", "incidents", "commands"):
            answer = self.console.get("/v1/" + name, "limit=1")
            self.assertEqual((answer.status, answer.json), (200, {name: [], "next": None}))
        for name in ("alerts", "holds", "verdicts"):
            self.assertEqual(self.console.get("/v1/" + name).json, {name: []})

    def test_half_a_request_is_ended_in_time(self):
        with socket.create_connection(("127.0.0.1", self.shared.agent["port"])) as sock:
            sock.sendall(b"GET /v1/agent HTT")
            started = time.monotonic()
            self.assertEqual(read_all(sock), b"")
            self.assertLess(time.monotonic() - started, 5)

    def test_body_that_never_comes_is_408(self):
        data, _ = self.console.request("POST", "/v1/preview", body=b"{}",
                                       fields={"content-length": "100"})
        self.unsigned(data, 408)


class Keys(LabCase):
    """Threat 8: keys come and go without a restart."""

    def test_removed_key_stops_working_without_restart(self):
        lab = self.lab()
        fresh = key_entry("web-1-op2")
        lab.entry["keys"].append(fresh)
        write_enrolment(lab.enrolment_path, lab.entry)
        self.assertEqual(lab.console("web-1-op2").get("/v1/agent").status, 200)
        console = lab.console()
        self.assertEqual(console.get("/v1/agent").status, 200)
        lab.entry["keys"] = [fresh]
        write_enrolment(lab.enrolment_path, lab.entry)
        time.sleep(5.1)
        self.assertEqual(lab.console("web-1-op2").get("/v1/agent").status, 200)
        self.assertEqual(console.get("/v1/agent").status, 401)
        with open(lab.path(".codesuture_bridge", "audit.jsonl")) as file:
            self.assertIn("keys-reloaded", file.read())

    def test_expired_key_refused(self):
        entry = key_entry("old", created=int(time.time()) - 10 * 86400, days=9)
        lab = self.lab(entry=enrolment([entry, key_entry("web-1-op1")]))
        self.refused(lab.console("old").get("/v1/agent"), "key-expired")


if __name__ == "__main__":
    unittest.main()
