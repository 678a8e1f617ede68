"""Rollback, holds, re-apply touch one function only: threats 19, 20, 21, 23, 25, 29, 31."""

import hashlib
import json
import os
import threading
import unittest
import uuid

from harness import Lab, LabCase, enrolment, key_entry, wait_for


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Exact(LabCase):
    """One process, many patched functions; each test rolls one back and looks at all others."""

    NAMES = ("label", "relabel", "load", "key", "Alpha.fetch", "Beta.fetch", "other.label", "slow")

    @classmethod
    def setUpClass(cls):
        keys = [key_entry(f"web-1-op{n}") for n in range(8)]
        cls.shared = Lab(entry=enrolment(keys)).start()
        cls.addClassCleanup(cls.shared.close)
        for name in cls.NAMES:
            cls.shared.crash(name)
        cls.key_digest = digest_of(cls.shared.path(".codesuture_store", "secret.key"))
        cls.used = 0

    def setUp(self):
        type(self).used += 1
        self.console = self.shared.console(f"web-1-op{self.used % 8}")

    def roll_back(self, qualname, module="__main__", also=()):
        """Rolls one patch back and asserts that exactly its function and its files went."""
        before, files = set(self.shared.ask("patched")["ok"]), set(self.shared.store_names())
        others = {p["patch_id"]: p for p in self.console.patches()}
        patch = self.console.patch(qualname, module)
        result = self.done(self.console.rollback(patch))
        name = qualname if module == "__main__" else "other." + qualname
        self.assertEqual(before - set(self.shared.ask("patched")["ok"]), {name, *also})
        gone = {f"{module}.{qualname}.code", f"{module}.{qualname}.json"}
        self.assertEqual(files - set(self.shared.store_names()), gone)
        del others[patch["patch_id"]]
        for other in self.console.patches():
            if other["patch_id"] in others:
                self.assertEqual(other, others[other["patch_id"]])
        self.assertEqual(digest_of(self.shared.path(".codesuture_store", "secret.key")),
                         self.key_digest)
        return result

    def test_same_name_other_module_untouched(self):
        self.roll_back("label", "labother")
        self.assertEqual(self.shared.ask("label", 5), {"ok": "label 5"})

    def test_same_method_name_other_class_untouched(self):
        self.roll_back("Alpha.fetch")
        self.assertEqual(self.shared.ask("Beta.fetch", 5), {"ok": "beta 5"})

    def test_suffix_name_untouched(self):
        self.roll_back("label")
        self.assertEqual(self.shared.ask("relabel", 5), {"ok": "relabel 5"})

    def test_stdlib_function_untouched(self):
        self.roll_back("load")
        self.assertNotIn("json.load", self.shared.ask("patched")["ok"])

    def test_secret_key_never_deleted(self):
        self.roll_back("key")

    def test_stale_etag_refused_nothing_changed(self):
        patch = self.console.patch("Beta.fetch")
        stale = {**patch, "etag": "0" * 32}
        answer = self.refused(self.console.rollback(stale), "patch-changed")
        self.assertEqual(answer["current"], patch)
        self.assertEqual(self.console.patch("Beta.fetch"), patch)
        self.assertEqual(self.shared.ask("Beta.fetch", 5), {"ok": "beta 5"})
        self.assertEqual([h for h in self.console.get("/v1/holds").json["holds"]
                          if h["qualname"] == "Beta.fetch"], [])

    def test_preview_names_everything_and_changes_nothing(self):
        patch = self.console.patch("relabel")
        body = {"kind": "rollback", "patch_id": patch["patch_id"],
                "expect": {"etag": patch["etag"]}, "hold": {"mode": "none"},
                "operator": "dana", "reason": "look"}
        preview = self.console.call("POST", "/v1/preview", body=body).json
        self.assertEqual(preview["patch"], patch)
        self.assertEqual(preview["warnings"], ["no-hold"])
        steps = {step["step"]: step for step in preview["would"]}
        self.assertEqual(steps["files"]["moved"],
                         ["__main__.relabel.code", "__main__.relabel.json"])
        self.assertEqual(steps["memory"]["list"], [
            {"module": "__main__", "qualname": "relabel", "file": "lab.py", "line": patch["line"]}
        ])
        self.assertEqual(steps["lifecycle"]["rows"], ["__main__:relabel:str_coerce_guard"])
        self.assertEqual(self.console.patch("relabel"), patch)

    def test_calls_inside_the_function_are_warned_of(self):
        patch = self.console.patch("slow")
        caller = threading.Thread(target=self.shared.ask, args=("slow", 5, 1))
        caller.start()
        body = {"kind": "rollback", "patch_id": patch["patch_id"],
                "expect": {"etag": patch["etag"]}, "hold": {"mode": "none"},
                "operator": "dana", "reason": "look"}
        wait_for(lambda: "in-flight-calls"
                 in self.console.call("POST", "/v1/preview", body=body).json["warnings"])
        caller.join()

    def test_rolled_back_row_survives_next_crash_of_other_function(self):
        self.shared.crash("two", 5, 6)
        self.shared.crash("two", 5, 6)
        patch = self.console.patch("two")
        self.done(self.console.rollback(patch))
        self.shared.crash("inner")
        with open(self.shared.path(".codesuture_incidents", "lifecycle.json")) as file:
            rows = json.load(file)
        states = {r["function_name"]: r["current_state"] for r in rows.values()}
        self.assertEqual(states["two"], "rolled_back")
        self.assertEqual(states["relabel"], "suggested")


class Layers(LabCase):
    def test_two_layers_go_together(self):
        lab = self.lab()
        console = lab.console()
        self.assertIn("TypeError", lab.crash("two", 5, 6).get("error", "TypeError"))
        lab.crash("two", 5, 6)
        self.assertEqual(lab.ask("two", 5, 6), {"ok": "first 5 second 6"})
        patch = console.patch("two")
        self.assertEqual(len(patch["layers"]), 2)
        self.done(console.rollback(patch))
        self.assertEqual(lab.ask("patched"), {"ok": []})
        answer = console.rollback(console.patch("two"))
        self.refused(answer, "already-rolled-back")

    def test_closures_and_wrappers(self):
        lab = self.lab()
        console = lab.console()
        lab.crash("inner")
        lab.crash("decorated")
        self.assertEqual(lab.ask("decorated_too", 5), {"ok": "wrapped 5"})
        closure = console.patch("make.<locals>.inner")
        self.assertEqual(closure["flags"], ["nested"])
        self.done(console.rollback(closure))
        self.assertIn("error", lab.crash("inner"))
        self.assertIn("error", lab.crash("inner"))
        wrapper = next(p for p in console.patches() if p["qualname"].startswith("decorated"))
        self.assertEqual(wrapper["memory"], {"state": "patched", "functions": 2})
        self.done(console.rollback(wrapper))
        self.assertIn("error", lab.crash("decorated"))
        self.assertIn("error", lab.crash("decorated_too"))
        self.assertEqual(lab.ask("patched"), {"ok": []})

    def test_property_getter(self):
        lab = self.lab()
        lab.crash("Alpha.title")
        self.assertEqual(lab.ask("Alpha.title", 5), {"ok": "title 5"})
        console = lab.console()
        self.done(console.rollback(console.patch("Alpha.title")))
        self.assertIn("error", lab.crash("Alpha.title"))


class Holds(LabCase):
    """Threat 21."""

    def held(self, lab, name, mode="until-source-change"):
        lab.crash(name)
        console = lab.console()
        patch = console.patch(name)
        self.done(console.rollback(patch, mode))
        return console, patch

    def test_held_function_not_repatched(self):
        lab = self.lab()
        console, patch = self.held(lab, "label")
        for _ in range(5):
            self.assertIn("error", lab.crash("label"))
        self.assertEqual(lab.store_names(), ["secret.key"])
        self.assertEqual(lab.ask("relabel", 5).get("error", "TypeError")[:9], "TypeError")
        self.assertEqual(lab.ask("relabel", 5), {"ok": "relabel 5"})
        self.assertEqual([h["qualname"] for h in console.get("/v1/holds").json["holds"]], ["label"])

    def test_caller_of_held_function_not_patched(self):
        lab = self.lab()
        lab.crash("outer")
        self.assertEqual(lab.ask("patched"), {"ok": ["Odd.__radd__"]})
        console = lab.console()
        self.done(console.rollback(console.patch("Odd.__radd__")))
        for _ in range(3):
            self.assertIn("error", lab.crash("outer"))
        self.assertEqual(lab.ask("patched"), {"ok": []})
        self.assertEqual(lab.store_names(), ["secret.key"])

    def test_hold_survives_restart(self):
        lab = self.lab()
        _, patch = self.held(lab, "label")
        lab.stop()
        lab.start()
        console = lab.console()
        for _ in range(3):
            self.assertIn("error", lab.crash("label"))
        now = console.get("/v1/patches/" + patch["patch_id"]).json
        self.assertTrue(now["held"])
        self.assertEqual(now["memory"], {"state": "original", "functions": 0})
        self.done(console.release(patch))
        lab.crash("label")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})

    def test_hold_until_restart_ends_there(self):
        lab = self.lab()
        self.held(lab, "label", "until-restart")
        self.assertIn("error", lab.crash("label"))
        self.assertIn("error", lab.crash("label"))
        lab.stop()
        lab.start()
        lab.crash("label")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})

    def test_no_hold_lets_the_next_crash_be_patched(self):
        lab = self.lab()
        console, patch = self.held(lab, "label", "none")
        lab.crash("label")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
        self.refused(console.release(patch), "no-hold")

    def test_hold_ends_when_source_changes(self):
        lab = self.lab()
        self.held(lab, "label")
        lab.stop()
        path = lab.path("lab.py")
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(text.replace('return "label " + x', 'return "new label " + x'))
        for name in ("lab.port", ".codesuture_bridge/agent.json"):
            os.unlink(lab.path(name))
        lab.add_app = lambda *names: None
        lab.start()
        console = lab.console()
        self.assertEqual(len(console.get("/v1/holds").json["holds"]), 1)
        lab.crash("label")
        self.assertEqual(lab.ask("label", 5), {"ok": "new label 5"})
        self.assertEqual(console.get("/v1/holds").json["holds"], [])
        with open(lab.path(".codesuture_bridge", "holds.json")) as file:
            self.assertEqual(json.load(file)["holds"], [])


class Commands(LabCase):
    """Threat 23."""

    def test_same_id_runs_once_under_concurrency(self):
        lab = self.lab(entry=enrolment([key_entry(f"web-1-op{n}") for n in range(1, 7)]))
        lab.crash("label")
        patch = lab.console().patch("label")
        command_id, answers = str(uuid.uuid4()), []
        body = {"kind": "rollback", "patch_id": patch["patch_id"], "hold": {"mode": "none"},
                "expect": {"etag": patch["etag"]}}
        consoles = [lab.console(f"web-1-op{n}") for n in range(1, 7)]
        threads = [
            threading.Thread(target=lambda c=c: answers.append(c.command(body, command_id)))
            for c in consoles
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([a.reason for a in answers], [None] * 6)
        self.assertEqual(sorted(a.status for a in answers), [200] * 5 + [201])
        self.assertEqual({a.json["state"] for a in answers}, {"done"})
        lines = [l["line"] for l in lab.journal() if l["id"] == command_id]
        self.assertEqual(lines.count("accepted"), 1)
        self.assertEqual(lines.count("end"), 1)
        lab.crash("label")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
        again = consoles[0].command(body, command_id)
        self.assertEqual((again.status, again.json["replayed"]), (200, True))
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})

    def test_same_id_other_body_conflicts(self):
        lab = self.lab()
        lab.crash("label")
        console = lab.console()
        patch, command_id = console.patch("label"), str(uuid.uuid4())
        self.done(console.rollback(patch, command_id=command_id))
        body = {"kind": "release-hold", "patch_id": patch["patch_id"]}
        self.refused(console.command(body, command_id), "command-id-conflict")
        self.assertEqual(len(console.get("/v1/holds").json["holds"]), 1)

    def test_two_consoles_one_patch(self):
        lab = self.lab(entry=enrolment([key_entry("web-1-op1"), key_entry("web-1-op2")]))
        lab.crash("label")
        first, second = lab.console("web-1-op1"), lab.console("web-1-op2")
        patch = first.patch("label")
        self.assertEqual(second.patch("label"), patch)
        self.done(first.rollback(patch))
        self.refused(second.rollback(patch), "patch-changed")

    def test_commands_are_listed_oldest_first_and_survive_a_restart(self):
        lab = self.lab()
        console, ids = lab.console(), []
        for name in ("label", "relabel", "load"):
            lab.crash(name)
            ids.append(self.done(console.rollback(console.patch(name)))["id"])
        found = console.get("/v1/commands", "limit=2").json
        self.assertEqual([c["id"] for c in found["commands"]], ids[:2])
        self.assertEqual(found["next"], ids[1])
        rest = console.get("/v1/commands", "after=" + ids[1]).json
        self.assertEqual([c["id"] for c in rest["commands"]], ids[2:])
        before = console.get("/v1/commands/" + ids[0]).json
        lab.stop()
        lab.start()
        self.assertEqual(lab.console().get("/v1/commands/" + ids[0]).json, before)

    def test_mark_fixed_changes_rows_only(self):
        lab = self.lab()
        lab.crash("label")
        lab.crash("other.label")
        console = lab.console()
        patch = console.patch("label")
        self.done(console.finished({"kind": "mark-fixed", "patch_id": patch["patch_id"],
                                    "expect": {"etag": patch["etag"]}}))
        now = console.patch("label")
        self.assertEqual([r["state"] for r in now.pop("lifecycle")], ["fixed"])
        patch.pop("lifecycle")
        self.assertEqual(now, patch)
        other = console.patch("label", "labother")
        self.assertEqual([r["state"] for r in other["lifecycle"]], ["suggested"])
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})


class Paths(LabCase):
    """Threat 29: names are never made into paths."""

    def test_qualname_with_separators_touches_nothing(self):
        lab = self.lab(start=False)
        store = os.path.join(lab.project, ".codesuture_store")
        os.makedirs(store)
        victim = os.path.join(lab.project, "victim.code")
        with open(victim, "w") as file:
            file.write("precious")
        with open(os.path.join(store, "m...code"), "wb") as file:
            file.write(b"x")
        with open(os.path.join(store, "m...json"), "w") as file:
            json.dump({"func_name": "../victim", "guard_type": "x"}, file)
        lab.start()
        console = lab.console()
        for patch in console.patches():
            console.rollback(patch)
        with open(victim) as file:
            self.assertEqual(file.read(), "precious")

    def test_symlink_in_store_not_followed(self):
        lab = self.lab()
        lab.crash("label")
        lab.crash("relabel")
        store, outside = lab.path(".codesuture_store"), os.path.join(lab.folder, "outside")
        real = os.path.join(store, "__main__.label.json")
        os.replace(real, outside)
        os.symlink(outside, real)
        console = lab.console()
        patch = console.patch("label")
        self.assertEqual([f["name"] for f in patch["files"]], ["__main__.label.code"])
        self.done(console.rollback(patch))
        self.assertTrue(os.path.islink(real))
        self.assertTrue(os.path.exists(outside))
        self.assertEqual(lab.ask("relabel", 5), {"ok": "relabel 5"})

    def test_metadata_of_another_function_is_a_mismatch(self):
        lab = self.lab()
        lab.crash("label")
        path = lab.path(".codesuture_store", "__main__.label.json")
        with open(path) as file:
            entry = json.load(file)
        entry["func_name"] = "relabel"
        with open(path, "w") as file:
            json.dump(entry, file)
        console = lab.console()
        patch = console.patch("label")
        self.assertEqual(patch["flags"], ["file-mismatch"])
        self.refused(console.rollback(patch), "file-mismatch")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})

    def test_name_that_holds_another_function_is_flagged(self):
        lab = self.lab()
        lab.crash("key")
        lab.ask("redefine")
        console = lab.console()
        patch = console.patch("key")
        self.assertEqual(patch["flags"], ["redefined"])
        self.done(console.rollback(patch))


class Reapply(LabCase):
    """Threat 31."""

    def rolled_back(self, lab):
        lab.crash("label")
        console = lab.console()
        patch = console.patch("label")
        bytes_of = {n: digest_of(lab.path(".codesuture_store", n)) for n in lab.store_names()}
        result = self.done(console.rollback(patch))
        return console, patch, result["id"], bytes_of

    def reapply(self, console, patch, rollback_id):
        now = console.get("/v1/patches/" + patch["patch_id"]).json
        return console.finished({
            "kind": "reapply", "rollback_id": rollback_id, "expect": {"etag": now["etag"]},
        })

    def test_reapply_restores_same_bytes(self):
        lab = self.lab()
        console, patch, rollback_id, bytes_of = self.rolled_back(lab)
        self.done(self.reapply(console, patch, rollback_id))
        found = {n: digest_of(lab.path(".codesuture_store", n)) for n in lab.store_names()}
        self.assertEqual(found, bytes_of)
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
        now = console.patch("label")
        self.assertEqual({**now, "lifecycle": []}, {**patch, "lifecycle": []})
        self.assertEqual([r["state"] for r in now["lifecycle"]], ["suggested"])
        self.assertEqual(console.get("/v1/holds").json, {"holds": []})
        self.refused(self.reapply(console, patch, rollback_id), "cannot-reapply")

    def test_reapply_of_tampered_trash_refused(self):
        lab = self.lab()
        console, patch, rollback_id, _ = self.rolled_back(lab)
        path = lab.path(".codesuture_bridge", "trash", rollback_id, "__main__.label.code")
        with open(path, "ab") as file:
            file.write(b"x")
        self.refused(self.reapply(console, patch, rollback_id), "cannot-reapply")
        self.assertEqual(lab.store_names(), ["secret.key"])
        self.assertIn("error", lab.crash("label"))

    def test_reapply_under_another_signing_key_refused(self):
        lab = self.lab()
        console, patch, rollback_id, _ = self.rolled_back(lab)
        with open(lab.path(".codesuture_store", "secret.key"), "wb") as file:
            file.write(b"k" * 32)
        self.refused(self.reapply(console, patch, rollback_id), "cannot-reapply")

    def test_reapply_when_patched_again_refused(self):
        lab = self.lab()
        console, patch, rollback_id, _ = self.rolled_back(lab)
        self.done(console.release(patch))
        lab.crash("label")
        self.refused(self.reapply(console, patch, rollback_id), "cannot-reapply")

    def test_reapply_after_restart(self):
        lab = self.lab()
        _, patch, rollback_id, bytes_of = self.rolled_back(lab)
        lab.stop()
        lab.start()
        console = lab.console()
        self.assertIn("error", lab.crash("label"))
        self.done(self.reapply(console, patch, rollback_id))
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
        found = {n: digest_of(lab.path(".codesuture_store", n)) for n in lab.store_names()}
        self.assertEqual(found, bytes_of)
        now = console.patch("label")
        self.assertEqual((now["origin"], now["memory"]["state"]), ("store", "patched"))
        self.done(console.rollback(now))
        self.assertIn("error", lab.crash("label"))
        lab.stop()
        lab.start()
        self.assertEqual(lab.console().patch("label")["memory"]["state"], "original")

    def test_patch_from_the_store_is_rolled_back_after_a_restart(self):
        lab = self.lab()
        lab.crash("label")
        before = lab.console().patch("label")
        lab.stop()
        lab.start()
        console = lab.console()
        patch = console.patch("label")
        self.assertEqual((patch["patch_id"], patch["origin"]), (before["patch_id"], "store"))
        self.assertEqual(patch["etag"], before["etag"])
        self.assertEqual(patch["layers"][0]["guard_type"], "str_coerce_guard")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
        self.done(console.rollback(patch))
        self.assertIn("error", lab.crash("label"))


if __name__ == "__main__":
    unittest.main()
