"""What the tests have in common: enrolments, a console of a few lines, processes under the bridge."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import uuid

from suture_bridge import checks, signatures
from suture_bridge.config import Key

import pythons

WAIT = 20.0


def secret_text():
    return signatures.base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


def key_entry(keyid, role="operator", secret=None, created=None, days=30):
    created = int(time.time()) - 60 if created is None else created
    return {
        "keyid": keyid, "secret": secret or secret_text(), "role": role, "created": created,
        "not_after": created + days * 86400, "comment": "test",
    }


def enrolment(keys=None, **changes):
    entry = {
        "format": "codesuture-agent-enrolment", "version": 1, "agent_id": "web-1",
        "authority": "web-1.agent.invalid",
        "listen": {"host": "127.0.0.1", "port": 0, "tls": False},
        "keys": keys or [key_entry("web-1-op1"), key_entry("web-1-ob1", "observer")],
        "share_values": False, "share_source": True,
    }
    entry.update(changes)
    return entry


def write_enrolment(path, entry, mode=0o600):
    fresh = path + ".new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w") as file:
        json.dump(entry, file)
    os.chmod(fresh, mode)
    os.replace(fresh, path)


def wait_for(condition, seconds=WAIT, what="condition"):
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come in {seconds} s")
        time.sleep(0.02)


class Answer:
    """What came back: status, fields (lower-case names), body; ``reason`` is None when the
    signature and all else about the answer were right."""

    def __init__(self, status, fields, body, reason=None, raw=b""):
        self.status, self.fields, self.body, self.reason, self.raw = (
            status, fields, body, reason, raw,
        )

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        return self.json["type"].rpartition(":")[2]


def read_answer(data):
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines[1:])
    return int(lines[0].split(" ")[1]), {k.lower(): v for k, v in fields.items()}, body


class Console:
    """The console's end of the wire, as small as can be."""

    def __init__(self, port, entry, authority="web-1.agent.invalid", instance=None, tls=None):
        self.port, self.authority, self.instance, self.tls = port, authority, instance, tls
        self.key = Key(
            entry["keyid"], signatures.decode_secret(entry["secret"]), entry["role"],
            entry["not_after"],
        )

    def request(self, method, path, query="", body=None, **change):
        """The bytes of a signed request, and the nonce. ``change`` replaces parts of it."""
        now = change.get("created", int(time.time()))
        nonce = change.get("nonce", secrets.token_urlsafe(18))
        fields = {"host": self.authority, "cs-protocol": "1"}
        if method == "PUT":
            fields["cs-instance"] = change.get("instance", self.instance)
        if body is not None:
            fields["content-type"] = "application/json"
            fields["content-digest"] = signatures.digest(body)
            fields["content-length"] = str(len(body))
        components = signatures.request_components(method, "cs-instance" in fields)
        text = (
            f"({components});created={now};expires={now + 60};nonce=\"{nonce}\""
            f";keyid=\"{self.key.keyid}\";alg=\"hmac-sha256\";tag=\"cs-ctl-req-1\""
        )
        values = signatures.request_values(method, self.authority, path, query, fields)
        mac = signatures.mac(
            change.get("secret", self.key.secret), signatures.base(components, values, text)
        )
        fields["signature-input"] = "cs=" + text
        fields["signature"] = "cs=:" + signatures.base64.b64encode(mac).decode() + ":"
        fields.update(change.get("fields", {}))
        target = path + ("?" + query if query else "")
        lines = [f"{method} {target} HTTP/1.1"] + [f"{k}: {v}" for k, v in fields.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + (body or b""), nonce

    def connect(self):
        sock = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        return self.tls.wrap_socket(sock) if self.tls else sock

    def exchange(self, data):
        """Sends bytes and reads until the other side closes."""
        with self.connect() as sock:
            sock.sendall(data)
            return read_all(sock)

    def call(self, method, path, query="", body=None, **change):
        if isinstance(body, dict):
            body = json.dumps(body, separators=(",", ":")).encode()
        data, nonce = self.request(method, path, query, body, **change)
        raw = self.exchange(data)
        if not raw:
            return Answer(0, {}, b"", "no answer")
        status, fields, answer = read_answer(raw)
        reason, _ = checks.check_response(
            status, fields, answer, key=self.key, nonce=nonce,
            request=(method, self.authority, path, query),
        )
        return Answer(status, fields, answer, reason, raw)

    def get(self, path, query="", **change):
        return self.call("GET", path, query, **change)

    def command(self, body, command_id=None, **change):
        body = {"operator": "dana", "reason": "a test", **body}
        return self.call("PUT", f"/v1/commands/{command_id or uuid.uuid4()}", body=body, **change)

    def finished(self, body, command_id=None):
        """Sends a command and asks until it is finished."""
        command_id = command_id or str(uuid.uuid4())
        answer = self.command(body, command_id)
        if answer.status == 202:
            return wait_for(
                lambda: self._if_finished(command_id), what="the end of " + command_id
            )
        return answer

    def _if_finished(self, command_id):
        answer = self.get("/v1/commands/" + command_id)
        return answer if "finished_at" in answer.json else None

    def patches(self):
        return self.get("/v1/patches").json["patches"]

    def patch(self, qualname, module="__main__"):
        found = [p for p in self.patches() if (p["module"], p["qualname"]) == (module, qualname)]
        return found[0] if found else None

    def rollback(self, patch, mode="until-source-change", command_id=None):
        return self.finished({
            "kind": "rollback", "patch_id": patch["patch_id"], "expect": {"etag": patch["etag"]},
            "hold": {"mode": mode},
        }, command_id)

    def release(self, patch):
        return self.finished({"kind": "release-hold", "patch_id": patch["patch_id"]})


def read_all(sock):
    data = b""
    try:
        while piece := sock.recv(65536):
            data += piece
    except ConnectionError:
        pass
    return data


class Lab:
    """A program under the bridge, in a folder of its own."""

    def __init__(self, python=None, entry=None, folder=None):
        self.python = python or sys.executable
        self.folder = folder or tempfile.mkdtemp(prefix="suture-lab-")
        self.project = os.path.join(self.folder, "project")
        os.makedirs(self.project, exist_ok=True)
        self.enrolment_path = os.path.join(self.folder, "enrolment.json")
        self.entry = entry or enrolment()
        write_enrolment(self.enrolment_path, self.entry)
        self.process = None
        self.errors = os.path.join(self.folder, "stderr.txt")
        self.output = os.path.join(self.folder, "stdout.txt")

    def environment(self, extra_paths=(), **more):
        paths = [*extra_paths, pythons.PACKAGE_PARENT, *pythons.codesuture_paths()]
        return {
            **os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1",
            "CODESUTURE_BRIDGE_ENROLMENT": self.enrolment_path, **more,
        }

    def add_app(self, *names):
        for name in names:
            shutil.copy(os.path.join(pythons.APPS, name), self.project)

    def start(self, *arguments, app="lab.py", paths=(), command=("-m", "suture_bridge", "run"),
              wait=True, **environment):
        if app == "lab.py":
            self.add_app("lab.py", "labother.py")
        for name in ("lab.port", os.path.join(".codesuture_bridge", "agent.json")):
            try:
                os.unlink(os.path.join(self.project, name))
            except FileNotFoundError:
                pass
        with open(self.output, "ab") as out, open(self.errors, "ab") as err:
            self.process = subprocess.Popen(
                [self.python, *command, *arguments, *([app] if app else [])],
                cwd=self.project, env=self.environment(paths, **environment),
                stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            )
        if wait:
            self.wait_until_up(app)
        return self

    def wait_until_up(self, app="lab.py"):
        agent = os.path.join(self.project, ".codesuture_bridge", "agent.json")
        wait_for(lambda: self._exists(agent), what="agent.json")
        with open(agent) as file:
            self.agent = json.load(file)
        if app == "lab.py":
            wait_for(lambda: self._exists(os.path.join(self.project, "lab.port")), what="the lab")
            with open(os.path.join(self.project, "lab.port")) as file:
                self.port = int(file.read())

    def _exists(self, path):
        if self.process.poll() is not None:
            raise AssertionError(f"ended with {self.process.returncode}: " + self.error_text())
        return os.path.exists(path)

    def error_text(self):
        with open(self.errors, errors="replace") as file:
            return file.read()

    def output_text(self):
        with open(self.output, errors="replace") as file:
            return file.read()

    def console(self, keyid="web-1-op1", **options):
        entry = next(k for k in self.entry["keys"] if k["keyid"] == keyid)
        return Console(self.agent["port"], entry, instance=self.agent["instance"], **options)

    def ask(self, *words):
        """Lets the program call one of its functions."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as sock:
            sock.sendall((" ".join(map(str, words)) + "\n").encode())
            data = read_all(sock)
        return json.loads(data)

    def crash(self, name, *arguments):
        """Calls a function that crashes for a number; its patch comes with the first crash."""
        return self.ask(name, *(arguments or (5,)))

    def path(self, *parts):
        return os.path.join(self.project, *parts)

    def store_names(self):
        try:
            return sorted(os.listdir(self.path(".codesuture_store")))
        except FileNotFoundError:
            return []

    def journal(self):
        """The whole lines of the command journal; none when nothing was ever written."""
        path = self.path(".codesuture_bridge", "commands.jsonl")
        if not os.path.exists(path):
            return []
        with open(path) as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def stop(self, how=signal.SIGKILL):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
        if self.process is not None:
            self.process.wait(WAIT)

    def quit(self):
        """Lets the program end by itself."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as sock:
            sock.sendall(b"quit\n")
        self.process.wait(WAIT)

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class LabCase(unittest.TestCase):
    """A test with a lab of its own."""

    def lab(self, *arguments, start=True, **options):
        names = ("python", "entry", "folder")
        lab = Lab(**{name: options.pop(name) for name in names if name in options})
        self.addCleanup(lab.close)
        return lab.start(*arguments, **options) if start else lab

    def done(self, answer):
        """Asserts that a command was finished well, by a signed answer; gives its members."""
        self.assertIsNone(answer.reason, answer.body)
        self.assertIn(answer.status, (200, 201), answer.body)
        self.assertEqual(answer.json["state"], "done", answer.body)
        return answer.json

    def refused(self, answer, kind):
        """Asserts that a signed problem of this type came back."""
        self.assertIsNone(answer.reason, answer.body)
        self.assertEqual(answer.problem, kind, answer.body)
        return answer.json
