"""The loop of spec 12 over a real process and real sockets, on every Python that is found."""

import unittest

import pythons
from harness import LabCase


class Loop(LabCase):
    """Crash, patch seen, preview, rollback, proof, no new patch, release, patch, re-apply."""

    def test_loop_on_every_python(self):
        for version, program in pythons.each():
            with self.subTest(python=version):
                self._loop(self.lab(python=program))

    def test_loop_in_shadow_mode_on_every_python(self):
        for version, program in pythons.each():
            with self.subTest(python=version):
                self._loop(self.lab("--shadow", python=program))

    def _loop(self, lab):
        console = lab.console()
        self.assertEqual(console.get("/v1/agent").json["instance"], lab.agent["instance"])
        self.assertEqual(console.patches(), [])

        lab.crash("Alpha.fetch")
        self.assertEqual(lab.ask("Alpha.fetch", 5), {"ok": "alpha 5"})
        patch = console.patch("Alpha.fetch")
        self.assertEqual(patch["origin"], "crash")
        self.assertEqual(patch["memory"], {"state": "patched", "functions": 1})
        self.assertEqual([l["guard_type"] for l in patch["layers"]], ["str_coerce_guard"])
        self.assertEqual(len(patch["files"]), 2)
        self.assertEqual(
            patch["lifecycle"],
            [{"id": "__main__:Alpha.fetch:str_coerce_guard", "state": "suggested"}],
        )
        self._code(console, patch)
        body = {
            "kind": "rollback", "patch_id": patch["patch_id"], "expect": {"etag": patch["etag"]},
            "hold": {"mode": "until-source-change"}, "operator": "dana", "reason": "wrong",
        }
        preview = console.call("POST", "/v1/preview", body=body)
        self.assertEqual(preview.status, 200, preview.body)
        self.assertEqual(
            [s["step"] for s in preview.json["would"]], ["hold", "memory", "files", "lifecycle"]
        )
        self.assertEqual(console.patch("Alpha.fetch"), patch)

        result = self.done(console.finished(body))
        self.assertEqual(result["after"], {"memory": "original", "files": 0, "held": True})
        self.assertEqual(lab.store_names(), ["secret.key"])
        crash = lab.crash("Alpha.fetch")
        self.assertIn("TypeError", crash["error"])
        self.assertIn("TypeError", lab.crash("Alpha.fetch")["error"])
        now = console.get("/v1/patches/" + patch["patch_id"]).json
        self.assertEqual(now["memory"]["state"], "original")
        self.assertTrue(now["held"])
        self.assertEqual([r["state"] for r in now["lifecycle"]], ["rolled_back"])

        self.done(console.release(patch))
        lab.crash("Alpha.fetch")
        self.assertEqual(lab.ask("Alpha.fetch", 5), {"ok": "alpha 5"})
        again = console.patch("Alpha.fetch")
        self.assertEqual(again["memory"]["state"], "patched")
        second = self.done(console.rollback(again))
        gone = console.patch("Alpha.fetch")
        self.assertIn("TypeError", lab.crash("Alpha.fetch")["error"])
        self.done(console.finished({
            "kind": "reapply", "rollback_id": second["id"], "expect": {"etag": gone["etag"]},
        }))
        self.assertEqual(lab.ask("Alpha.fetch", 5), {"ok": "alpha 5"})
        self.assertEqual(console.patch("Alpha.fetch")["etag"], again["etag"])
        self.assertEqual(console.get("/v1/agent").json["health"]["hook_errors"], 0)

    def _code(self, console, patch):
        code = console.get(f"/v1/patches/{patch['patch_id']}/code").json
        self.assertEqual(code["original"]["sha256"], patch["original_sha256"])
        self.assertEqual([p["sha256"] for p in code["patched"]],
                         [l["code_sha256"] for l in patch["layers"]])
        self.assertEqual(code["source"]["lines"][0].strip(), "def fetch(self, x):")


if __name__ == "__main__":
    unittest.main()
