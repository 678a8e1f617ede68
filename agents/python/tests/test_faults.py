"""Faults: threats 22 and 24, full disks, torn files, and what a restart makes of them."""

import json
import os
import threading
import time
import unittest
import uuid

from suture_bridge import files, trash

import pythons
from harness import LabCase

KILLER = os.path.join(pythons.HERE, "killer")
STEPS = ("accepted", "plan", "hold", "memory", "files", "lifecycle", "end")


class Killed(LabCase):
    """One case for each step: the process dies there, and the next start makes it whole."""

    def send(self, console, body, command_id):
        try:
            return console.command(body, command_id)
        except OSError:
            return None

    def test_kill_at_each_step_then_restart_consistent(self):
        for step in STEPS:
            for when in ("after", "before") if pythons.FULL else ("after",):
                with self.subTest(step=step, when=when):
                    self._rollback_killed(step, when)

    def _rollback_killed(self, step, when):
        lab = self.lab(paths=[KILLER], KILL_AT=f"{when}:{step}")
        lab.crash("label")
        lab.crash("relabel")
        console, command_id = lab.console(), str(uuid.uuid4())
        patch, other = console.patch("label"), console.patch("relabel")
        body = {"kind": "rollback", "patch_id": patch["patch_id"],
                "expect": {"etag": patch["etag"]}, "hold": {"mode": "until-source-change"}}
        self.send(console, body, command_id)
        lab.process.wait(20)
        self.assertEqual(lab.process.returncode, -9)
        lab.start()
        console = lab.console()
        void = step == "accepted" or (step, when) == ("plan", "before")
        answer = console.get("/v1/commands/" + command_id)
        if (step, when) == ("accepted", "before"):
            self.refused(answer, "unknown-command")
        else:
            self.assertEqual(answer.json["state"], "void" if void else "done")
        now = console.get("/v1/patches/" + patch["patch_id"]).json
        if void:
            self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
            self.assertFalse(now["held"])
        else:
            self.assertIn("error", lab.crash("label"))
            self.assertIn("error", lab.crash("label"))
            self.assertEqual(now["memory"]["state"], "original")
            self.assertEqual([r["state"] for r in now["lifecycle"]], ["rolled_back"])
            self.assertEqual((now["files"], now["held"]), ([], True))
        self.assertEqual(lab.ask("relabel", 5), {"ok": "relabel 5"})
        self.assertEqual(console.patch("relabel")["etag"], other["etag"])
        self.assertEqual(len([l for l in lab.journal() if l["line"] == "end"]),
                         0 if (step, when) == ("accepted", "before") else 1)
        lab.close()

    def test_file_that_changed_after_the_plan_makes_it_partial(self):
        lab = self.lab(paths=[KILLER], KILL_AT="after:hold")
        lab.crash("label")
        console, command_id = lab.console(), str(uuid.uuid4())
        patch = console.patch("label")
        self.send(console, {"kind": "rollback", "patch_id": patch["patch_id"],
                            "expect": {"etag": patch["etag"]},
                            "hold": {"mode": "until-source-change"}}, command_id)
        lab.process.wait(20)
        with open(lab.path(".codesuture_store", "__main__.label.json"), "a") as file:
            file.write(" ")
        lab.start()
        console = lab.console()
        command = console.get("/v1/commands/" + command_id).json
        self.assertEqual(command["state"], "partial")
        self.assertTrue(command["problem"]["type"].endswith(":file-mismatch"))
        self.assertIn("__main__.label.json", lab.store_names())
        self.assertTrue(console.get("/v1/patches/" + patch["patch_id"]).json["held"])
        self.assertIn("error", lab.crash("label"))

    def test_killed_reapply_is_finished(self):
        steps = ("plan", "files", "memory", "hold", "lifecycle", "end")
        for step in steps if pythons.FULL else ("plan", "files", "hold"):
            with self.subTest(step=step):
                lab = self.lab()
                lab.crash("label")
                rolled = self.done(lab.console().rollback(lab.console().patch("label")))
                lab.stop()
                lab.start(paths=[KILLER], KILL_AT="after:" + step)
                console, command_id = lab.console(), str(uuid.uuid4())
                gone = console.get("/v1/patches/" + rolled["target"]["patch_id"]).json
                self.send(console, {"kind": "reapply", "rollback_id": rolled["id"],
                                    "expect": {"etag": gone["etag"]}}, command_id)
                lab.process.wait(20)
                lab.start()
                console = lab.console()
                self.assertEqual(console.get("/v1/commands/" + command_id).json["state"], "done")
                self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
                now = console.patch("label")
                self.assertEqual([r["state"] for r in now["lifecycle"]], ["suggested"])
                self.assertFalse(now["held"])
                lab.close()

    def test_killed_dismiss_is_finished(self):
        for step in ("plan", "dismissed", "files"):
            with self.subTest(step=step):
                lab = self.lab(paths=[KILLER], KILL_AT="after:" + step)
                lab.crash("label")
                console, command_id = lab.console(), str(uuid.uuid4())
                incident = console.get("/v1/incidents").json["incidents"][0]["incident_id"]
                self.send(console, {"kind": "dismiss", "incident_id": incident}, command_id)
                lab.process.wait(20)
                lab.start()
                console = lab.console()
                self.assertEqual(console.get("/v1/commands/" + command_id).json["state"], "done")
                self.assertEqual(console.get("/v1/alerts").json, {"alerts": []})
                lab.close()


class Disk(LabCase):
    def test_journal_that_cannot_be_opened_refuses_the_command(self):
        lab = self.lab()
        lab.crash("label")
        os.symlink("/dev/full", lab.path(".codesuture_bridge", "commands.jsonl"))
        console = lab.console()
        patch = console.patch("label")
        self.assertEqual(self.refused(console.rollback(patch), "journal-unwritable")["status"], 507)
        self.assertEqual(console.patch("label"), patch)
        self.assertFalse(console.get("/v1/agent").json["health"]["journal_ok"])

    def test_full_disk_refuses_and_leaves_whole_lines(self):
        lab = self.lab()
        for name in ("label", "relabel", "load"):
            lab.crash(name)
        console = lab.console()
        self.done(console.rollback(console.patch("load")))
        for room in (100, 700):
            lab.ask("limit", room)
            patch = console.patch("label")
            self.refused(console.rollback(patch), "journal-unwritable")
            self.assertEqual(console.patch("label"), patch)
            self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})
            with open(lab.path(".codesuture_bridge", "commands.jsonl")) as file:
                for line in file:
                    json.loads(line)
        lab.ask("limit", 0)
        self.done(console.rollback(patch))
        self.assertTrue(console.get("/v1/agent").json["health"]["journal_ok"])

    def test_disk_that_fills_between_the_steps(self):
        lab = self.lab()
        lab.crash("label")
        lab.crash("load")
        console = lab.console()
        self.done(console.rollback(console.patch("load")))
        patch = console.patch("label")
        for room in range(1200, 4000, 200):
            lab.ask("limit", room)
            answer = console.rollback(patch)
            lab.ask("limit", 0)
            if answer.status == 507:
                continue
            self.assertIn(answer.json["state"], ("failed", "partial", "done"))
            now = console.get("/v1/patches/" + patch["patch_id"]).json
            if answer.json["state"] == "failed":
                self.assertEqual(now["etag"], patch["etag"])
                self.assertFalse(now["held"])
            else:
                self.assertEqual(now["memory"]["state"], "original")
                return
        self.fail("no room was enough")

    def test_torn_last_line_of_the_journal_is_ignored(self):
        lab = self.lab()
        lab.crash("label")
        lab.crash("relabel")
        console = lab.console()
        first = self.done(console.rollback(console.patch("label")))["id"]
        lab.stop()
        with open(lab.path(".codesuture_bridge", "commands.jsonl"), "a") as file:
            file.write('{"line":"accepted","id":"tor')
        lab.start()
        console = lab.console()
        self.assertEqual([c["id"] for c in console.get("/v1/commands").json["commands"]], [first])
        second = self.done(console.rollback(console.patch("relabel")))["id"]
        lab.stop()
        lab.start()
        found = lab.console().get("/v1/commands").json["commands"]
        self.assertEqual([(c["id"], c["state"]) for c in found],
                         [(first, "done"), (second, "done")])

    def test_files_are_moved_by_hash_or_left(self):
        lab = self.lab(start=False)
        source, folder = os.path.join(lab.folder, "s"), os.path.join(lab.folder, "t")
        os.makedirs(source)
        os.makedirs(folder)
        bin_ = trash.Trash(folder)
        command_id = str(uuid.uuid4())
        bin_.open(command_id, {})
        for name in "ab":
            with open(os.path.join(source, name), "w") as file:
                file.write(name)
        entries = [{"name": n, "sha256": files.sha256(n.encode())} for n in ("a", "gone", "b")]
        entries[2]["sha256"] = "0" * 64
        moved, error = bin_.take(source, entries, command_id)
        self.assertEqual(moved, ["a", "gone"])
        self.assertEqual(error, "b was changed")
        self.assertEqual(os.listdir(source), ["b"])


class Shadow(LabCase):
    """Threat 22."""

    def busy(self, seconds):
        lab = self.lab("--shadow")
        lab.crash("slow")
        patch = lab.console().patch("slow")
        caller = threading.Thread(target=lab.ask, args=("slow", 5, seconds))
        caller.start()
        self.addCleanup(caller.join)
        time.sleep(seconds + 0.4)
        return lab, lab.console(), patch, caller

    def test_rollback_during_shadow_stays_original(self):
        lab, console, patch, caller = self.busy(1)
        self.done(console.rollback(patch))
        caller.join()
        self.assertEqual(lab.ask("patched"), {"ok": []})
        self.assertIn("error", lab.crash("slow"))
        self.assertIn("error", lab.crash("slow"))
        verdicts = console.get("/v1/verdicts").json["verdicts"]
        self.assertEqual([v["qualname"] for v in verdicts], ["slow"])

    def test_busy_shadow_reports_503(self):
        lab, console, patch, caller = self.busy(3)
        command_id = str(uuid.uuid4())
        answer = console.rollback(patch, command_id=command_id)
        self.assertEqual(self.refused(answer, "busy-shadow")["status"], 503)
        self.assertGreaterEqual(int(answer.fields["retry-after"]), 1)
        self.assertFalse(console.patch("slow")["held"])
        caller.join()
        self.done(console.rollback(console.patch("slow"), command_id=command_id))

    def test_command_that_waits_too_long_for_another_is_taken_back(self):
        """The first waits for a crash that is being handled; the second one's turn never comes."""
        lab = self.lab()
        for name in ("label", "relabel"):
            lab.crash(name)
        console, first, second = lab.console(), lab.console().patch("label"), str(uuid.uuid4())
        patch = console.patch("relabel")
        holder = threading.Thread(target=lab.ask, args=("handling", 4))
        holder.start()
        time.sleep(0.3)
        sender = threading.Thread(target=console.rollback, args=(first,))
        sender.start()
        time.sleep(0.2)
        answer = console.rollback(patch, command_id=second)
        self.assertEqual(self.refused(answer, "overloaded")["status"], 503)
        self.refused(console.get("/v1/commands/" + second), "unknown-command")
        sender.join()
        holder.join()
        self.assertEqual(lab.ask("relabel", 5), {"ok": "relabel 5"})
        self.done(console.rollback(patch, command_id=second))

    def test_verdict_about_another_function_is_an_error(self):
        """CodeSuture keeps one original for all functions of one bare name in a file."""
        lab = self.lab("--shadow")
        for name in ("Alpha.fetch", "Beta.fetch"):
            lab.crash(name)
            lab.ask(name, 5)
        lab.ask("Beta.fetch", 5)
        verdicts = {v["qualname"]: v for v in lab.console().get("/v1/verdicts").json["verdicts"]}
        self.assertEqual(verdicts["Alpha.fetch"]["verdict"], "patch_justified")
        self.assertEqual(verdicts["Alpha.fetch"]["original_exception"], "TypeError")
        self.assertEqual(verdicts["Beta.fetch"]["verdict"], "shadow_error")
        self.assertEqual(verdicts["Beta.fetch"]["note"], "foreign-original")


if __name__ == "__main__":
    unittest.main()
