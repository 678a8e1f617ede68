"""The bridge inside of its host process: threats 7, 17, 18, 26, 27 and spec 2."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import unittest

import pythons
from harness import LabCase, enrolment, write_enrolment


class Starting(LabCase):
    def ended(self, *arguments, app="quiet.py", command=("-m", "suture_bridge", "run"), **options):
        """Runs a program to its end; gives (status, standard output, standard error)."""
        lab = options.pop("lab", None) or self.lab(start=False, **{
            k: options.pop(k) for k in ("python", "entry") if k in options
        })
        if app:
            lab.add_app(app)
        environment = lab.environment(**options)
        for name, value in options.items():
            if value is None:
                environment.pop(name, None)
        found = subprocess.run(
            [lab.python, *command, *arguments, *([app] if app else [])], cwd=lab.project,
            env={k: v for k, v in environment.items() if v is not None},
            capture_output=True, text=True, timeout=60,
        )
        return found.returncode, found.stdout, found.stderr

    def test_stdout_identical_to_plain_run(self):
        for version, program in pythons.each():
            with self.subTest(python=version):
                bridged = self.ended(python=program)
                plain = self.ended(python=program, command=("-m", "codesuture", "run"))
                self.assertEqual(bridged[0], plain[0], bridged[2])
                self.assertEqual(_without_times(bridged[1]), _without_times(plain[1]))
                self.assertIn("label 5", bridged[1])

    def test_starts_with_threads_on_3_11(self):
        self._threaded("3.11")

    def test_starts_with_threads_on_3_12_and_3_13(self):
        for version in ("3.12", "3.13"):
            with self.subTest(python=version):
                self._threaded(version)

    def test_reexecution_with_app_threads_on_3_11(self):
        out = self._threaded("3.11")
        self.assertIn("e-executing", out)

    def _threaded(self, version):
        program = pythons.find(version)
        if program is None:
            self.skipTest(f"Python {version} is not on this machine")
        status, out, err = self.ended(app="threaded.py", python=program)
        self.assertEqual(status, 0, err)
        self.assertIn("result label 5", out)
        self.assertIn("threads True", out)
        return out

    def test_bridge_exceptions_never_patched(self):
        for version, program in pythons.each():
            for mode in ((), ("--shadow",)):
                with self.subTest(python=version, mode=mode):
                    status, out, err = self.ended(*mode, app="insider.py", python=program)
                    self.assertEqual(status, 0, err)
                    self.assertIn("functions True", out)
                    self.assertIn("changed []", out)
                    self.assertIn("healed label 5", out)

    def test_no_enrolment_does_not_start(self):
        status, out, err = self.ended(CODESUTURE_BRIDGE_ENROLMENT=None)
        self.assertEqual((status, out), (78, ""))
        self.assertIn("CODESUTURE_BRIDGE_ENROLMENT", err)

    def test_optional_bridge_lets_the_program_run_alone(self):
        status, out, err = self.ended("--bridge-optional", CODESUTURE_BRIDGE_ENROLMENT=None)
        self.assertEqual(status, 0)
        self.assertIn("label 5", out)
        self.assertIn("without a control channel", err)

    def test_plain_on_public_address_does_not_start(self):
        entry = enrolment(listen={"host": "0.0.0.0", "port": 0, "tls": False})
        status, out, err = self.ended(entry=entry)
        self.assertEqual((status, out), (78, ""))

    def test_group_readable_enrolment_refused(self):
        for mode in (0o640, 0o604, 0o660):
            lab = self.lab(start=False)
            os.chmod(lab.enrolment_path, mode)
            status, out, err = self.ended(lab=lab)
            self.assertEqual((status, out), (78, ""))
            self.assertIn("chmod 600", err)

    def test_link_to_a_readable_enrolment_refused(self):
        lab = self.lab(start=False)
        target = os.path.join(lab.folder, "target.json")
        write_enrolment(target, lab.entry, 0o644)
        os.unlink(lab.enrolment_path)
        os.symlink(target, lab.enrolment_path)
        self.assertEqual(self.ended(lab=lab)[0], 78)
        os.chmod(target, 0o600)
        self.assertEqual(self.ended(lab=lab)[0], 0)

    def test_port_in_use_does_not_start(self):
        first = self.lab()
        entry = enrolment(listen={"host": "127.0.0.1", "port": first.agent["port"], "tls": False})
        self.assertEqual(self.ended(entry=entry)[0], 78)

    def test_watch_is_refused(self):
        status, out, err = self.ended(command=("-m", "suture_bridge", "watch"))
        self.assertEqual((status, out), (2, ""))
        self.assertIn("watch is not supported", err)

    def test_no_codesuture_does_not_start(self):
        self.assertEqual(self.ended(PYTHONPATH=pythons.PACKAGE_PARENT)[0], 78)

    def test_runs_from_a_pyz(self):
        lab = self.lab(start=False)
        made = os.path.join(lab.folder, "suture_bridge.pyz")
        subprocess.run(
            [sys.executable, os.path.join(pythons.PACKAGE_PARENT, "make_pyz.py"), made], check=True
        )
        paths = os.pathsep.join(pythons.codesuture_paths())
        status, out, err = self.ended(lab=lab, command=(made, "run"), PYTHONPATH=paths)
        self.assertEqual(status, 0, err)
        self.assertIn("first True", out)
        self.assertIn("label 5", out)

    def test_second_bridge_in_one_project_refused(self):
        lab = self.lab()
        status, _, err = self.ended(lab=lab, app=None, command=(
            "-m", "suture_bridge", "serve", "--project", lab.project,
        ))
        self.assertEqual(status, 78)
        self.assertIn("serves this project already", err)


class Living(LabCase):
    def test_journal_mode_0600(self):
        lab = self.lab()
        lab.crash("label")
        console = lab.console()
        self.done(console.rollback(console.patch("label")))
        folder = lab.path(".codesuture_bridge")
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        seen = []
        for place, _, names in os.walk(folder):
            self.assertEqual(stat.S_IMODE(os.stat(place).st_mode), 0o700)
            for name in names:
                if os.path.basename(place) == "trash" or name in (
                    "commands.jsonl", "audit.jsonl", "holds.json", "agent.json", "manifest.json",
                ):
                    seen.append(name)
                    mode = stat.S_IMODE(os.stat(os.path.join(place, name)).st_mode)
                    self.assertEqual(mode, 0o600, name)
        self.assertLessEqual({"commands.jsonl", "audit.jsonl", "holds.json", "agent.json"}, set(seen))

    def test_secret_never_in_any_file_or_log(self):
        lab = self.lab()
        lab.crash("label")
        console = lab.console()
        self.done(console.rollback(console.patch("label")))
        console.get("/v1/agent", secret=b"x" * 32)
        os.utime(lab.enrolment_path)
        lab.quit()
        texts = [key["secret"].encode() for key in lab.entry["keys"]]
        for place, _, names in os.walk(lab.folder):
            for name in names:
                path = os.path.join(place, name)
                if path == lab.enrolment_path:
                    continue
                with open(path, "rb") as file:
                    data = file.read()
                for text in texts + [console.key.secret, b"hmac-sha256", b'cs=:']:
                    self.assertNotIn(text, data, path)

    def test_values_hidden_by_default(self):
        lab = self.lab()
        lab.crash("label")
        console = lab.console()
        records = console.get("/v1/incidents").json["incidents"]
        self.assertEqual([r["function"] for r in records], ["label"])
        self.assertNotIn("default_value", records[0])
        self.assertNotIn("stack_trace", records[0])
        open_lab = self.lab(entry=enrolment(share_values=True))
        open_lab.crash("label")
        records = open_lab.console().get("/v1/incidents").json["incidents"]
        self.assertIn("default_value", records[0])
        self.assertIn("stack_trace", records[0])

    def test_source_is_not_shared_when_the_enrolment_says_so(self):
        lab = self.lab(entry=enrolment(share_source=False))
        lab.crash("label")
        console = lab.console()
        patch = console.patch("label")
        code = console.get(f"/v1/patches/{patch['patch_id']}/code").json
        self.assertNotIn("source", code)
        self.assertIn("original", code)

    def test_agent_says_what_it_is(self):
        lab = self.lab("--shadow")
        agent = lab.console().get("/v1/agent").json
        self.assertEqual(agent["protocol"], {"min": 1, "max": 1})
        self.assertEqual(agent["process"], {
            "pid": lab.process.pid, "script": "lab.py", "python": sys.version.split()[0],
        })
        self.assertEqual(agent["codesuture"]["engine"], "settrace")
        self.assertTrue(agent["codesuture"]["shadow"])
        self.assertEqual(agent["key"]["role"], "operator")
        self.assertTrue(agent["health"]["journal_ok"])
        self.assertEqual(len(agent["capabilities"]), 8)

    def test_forked_child_is_counted_and_quiet(self):
        lab = self.lab()
        console = lab.console()
        lab.crash("relabel")
        self.assertIn("label", lab.ask("fork", 5)["ok"])
        self.assertEqual(console.get("/v1/agent").json["health"]["forked_children"], 1)
        self.assertEqual(console.patch("label")["origin"], "store-only")
        patch = console.patch("relabel")
        body = {"kind": "rollback", "patch_id": patch["patch_id"],
                "expect": {"etag": patch["etag"]}, "hold": {"mode": "none"},
                "operator": "dana", "reason": "look"}
        preview = console.call("POST", "/v1/preview", body=body).json
        self.assertIn("forked-children", preview["warnings"])
        self.done(console.rollback(patch))

    def test_program_that_ends_says_stop_and_leaves_no_agent_file(self):
        lab = self.lab()
        lab.quit()
        self.assertEqual(lab.process.returncode, 0)
        self.assertFalse(os.path.exists(lab.path(".codesuture_bridge", "agent.json")))
        with open(lab.path(".codesuture_bridge", "audit.jsonl")) as file:
            self.assertEqual([json.loads(line)["what"] for line in file], ["start", "stop"])


@unittest.skipIf(pythons.REAL, "changes a copy of the stand-in")
class OtherCodeSuture(LabCase):
    """A CodeSuture that is not as expected: read-only, and it never guesses."""

    def changed(self, name, old, new):
        lab = self.lab(start=False)
        copy = os.path.join(lab.folder, "changed")
        shutil.copytree(os.path.join(pythons.HERE, "standin"), copy)
        path = os.path.join(copy, "codesuture", name)
        with open(path) as file:
            text = file.read()
        self.assertIn(old, text)
        with open(path, "w") as file:
            file.write(text.replace(old, new))
        return lab.start(paths=[copy])

    def read_only(self, lab):
        lab.crash("label")
        console = lab.console()
        self.assertEqual(console.get("/v1/agent").json["capabilities"],
                         ["preview", "events", "code"])
        for kind in ("rollback", "release-hold", "reapply", "mark-fixed"):
            self.refused(console.command({"kind": kind}), "capability-missing")
        self.assertEqual(console.patch("label")["origin"], "store-only")
        self.assertEqual(lab.ask("label", 5), {"ok": "label 5"})

    def test_other_version_is_read_only(self):
        self.read_only(self.changed("__init__.py", '"1.1.0"', '"1.2.0"'))

    def test_other_parameters_are_read_only(self):
        self.read_only(self.changed(
            "shadow.py", "self, func_key, patched_func, patched_result", 
            "self, key, patched_func, patched_result, func_key=None",
        ))

    def test_missing_hook_is_read_only(self):
        self.read_only(self.changed("tracer.py", "_persist_patch", "_put_patch"))


def _without_times(text):
    return re.sub(r"0x[0-9a-f]+|\d{4}-\d\d-\d\d[T ]\S+", "", text)


if __name__ == "__main__":
    unittest.main()
