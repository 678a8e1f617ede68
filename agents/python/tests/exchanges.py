"""The golden exchanges of ``agents/contract``: real requests to a real agent, and its answers.

usage, in agents/python: python -m tests.exchanges     writes all of them anew
"""

import base64
import json
import os
import sys
import time
import uuid

import pythons
from harness import Lab, enrolment, key_entry, wait_for

FOLDER = os.path.join(pythons.CONTRACT, "exchanges")


class Recorder:
    """Sends requests and keeps what went over the wire."""

    def __init__(self, lab):
        self.lab = lab
        self.found = {}

    def record(self, name, description, method, path, query="", body=None, console=None, **change):
        console = console or self.lab.console()
        if isinstance(body, dict):
            body = json.dumps(body, separators=(",", ":")).encode()
        now = int(time.time())
        data, nonce = console.request(method, path, query, body, **change)
        answer = self._stream(console, data) if path == "/v1/events" else console.exchange(data)
        head, _, rest = answer.partition(b"\r\n\r\n")
        self.found[name] = {
            "name": name, "description": description, "now": now,
            "key": next(k for k in self.lab.entry["keys"] if k["keyid"] == console.key.keyid),
            "agent": {"authority": console.authority, "instance": self.lab.agent["instance"]},
            "nonce": nonce,
            "request": {
                "method": method, "path": path, "query": query,
                "body": body.decode() if body else "", "bytes_b64": _text(data),
            },
            "response": {
                "status": int(head.split(b" ")[1]), "head": head.decode(), "body": rest.decode(),
                "bytes_b64": _text(answer),
            },
        }
        try:
            return json.loads(rest)
        except ValueError:
            return None

    @staticmethod
    def _stream(console, data):
        """The head of an event stream and all that has happened so far."""
        with console.connect() as sock:
            sock.sendall(data)
            sock.settimeout(1.0)
            answer = b""
            try:
                while piece := sock.recv(65536):
                    answer += piece
            except TimeoutError:
                pass
        return answer


def _text(data):
    return base64.b64encode(data).decode()


def _order(kind, **members):
    return {"kind": kind, **members, "operator": "dana", "reason": "Wrong default in production"}


def record_all():
    """All exchanges, by name."""
    keys = [key_entry(f"web-1-op{n}") for n in range(1, 4)] + [key_entry("web-1-ob1", "observer")]
    lab = Lab(entry=enrolment(keys))
    try:
        lab.start("--shadow")
        return _record(lab, Recorder(lab))
    finally:
        lab.close()


def _record(lab, recorder):
    record, command_id = recorder.record, str(uuid.uuid4())
    lab.crash("Alpha.fetch")
    lab.crash("label")
    lab.ask("label", 5)
    record("agent", "who answers", "GET", "/v1/agent")
    patches = record("patches", "all patches", "GET", "/v1/patches")["patches"]
    patch = next(p for p in patches if p["qualname"] == "Alpha.fetch")
    other = next(p for p in patches if p["qualname"] == "label")
    place = "/v1/patches/" + patch["patch_id"]
    record("patch", "one patch", "GET", place)
    record("code", "its code objects and source", "GET", place + "/code")
    incidents = record("incidents", "incident records", "GET", "/v1/incidents", "limit=10")
    record("alerts", "open alerts", "GET", "/v1/alerts")
    record("verdicts", "the last verdict of each function", "GET", "/v1/verdicts")
    rollback = _order("rollback", patch_id=patch["patch_id"], expect={"etag": patch["etag"]},
                      hold={"mode": "until-source-change"})
    record("preview", "what a rollback would touch", "POST", "/v1/preview", body=rollback)
    url = "/v1/commands/" + command_id
    record("rollback-201", "a rollback that is done", "PUT", url, body=rollback)
    record("rollback-replayed-200", "the same id and bytes again", "PUT", url, body=rollback)
    record("command-id-conflict-409", "the same id with another body", "PUT", url,
           body={**rollback, "reason": "another"})
    record("patch-after-rollback", "the proof", "GET", place)
    record("command", "the command, asked for", "GET", url)
    stale = {**rollback, "patch_id": other["patch_id"], "expect": {"etag": "0" * 32}}
    second = lab.console("web-1-op2")

    def put(name, description, body, **options):
        return record(name, description, "PUT", f"/v1/commands/{uuid.uuid4()}", body=body,
                      console=second, **options)

    put("patch-changed-409", "not the patch the operator saw", stale)
    now = second.get(place).json
    put("already-rolled-back-409", "nothing is left to roll back",
        {**rollback, "expect": {"etag": now["etag"]}})
    record("holds", "functions that stay unpatched", "GET", "/v1/holds")
    put("reapply-201", "the undo of the rollback",
        _order("reapply", rollback_id=command_id, expect={"etag": now["etag"]}))
    put("release-hold-404", "no hold any more", _order("release-hold", patch_id=patch["patch_id"]))
    put("mark-fixed-201", "rows only",
        _order("mark-fixed", patch_id=other["patch_id"], expect={"etag": other["etag"]}))
    put("dismiss-201", "an alert was seen",
        _order("dismiss", incident_id=incidents["incidents"][0]["incident_id"]))
    put("capability-missing-501", "a kind this agent does not have", _order("rollback-all"))
    put("unknown-member-400", "a member this agent does not know", {**rollback, "force": True})
    put("instance-changed-409", "for another life of the process", rollback, instance="0" * 32)
    record("unknown-patch-404", "no such patch", "GET", "/v1/patches/p_" + "0" * 24)
    record("unknown-command-404", "no such command", "GET", f"/v1/commands/{uuid.uuid4()}")
    record("forbidden-role-403", "an observer sends a command", "PUT", url, body=rollback,
           console=lab.console("web-1-ob1"))
    record("expired-401", "signed two minutes ago", "GET", "/v1/agent",
           created=int(time.time()) - 120)
    record("unauthenticated-401", "a wrong secret: not signed", "GET", "/v1/agent",
           secret=b"x" * 32)
    record("wrong-authority-421", "another Host: not signed", "GET", "/v1/agent",
           fields={"host": "rebind.example:9181"})
    record("commands", "the journal", "GET", "/v1/commands")
    third = lab.console("web-1-op3")
    for _ in range(10):
        third.command({"kind": "release-hold", "patch_id": other["patch_id"]})
    record("rate-limited-429", "too many commands", "PUT", f"/v1/commands/{uuid.uuid4()}",
           body=_order("release-hold", patch_id=other["patch_id"]), console=third)
    wait_for(lambda: lab.console().get("/v1/verdicts").status == 200)
    record("events", "hello and all events so far", "GET", "/v1/events",
           "after=" + lab.agent["instance"] + "-0")
    record("events-of-another-instance", "hello that says: reload everything", "GET",
           "/v1/events", "after=" + "0" * 32 + "-7")
    return recorder.found


def shape(value):
    """What a value is made of: member names and types, whatever the values are."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in sorted(value.items())}
    if isinstance(value, list):
        shapes = []
        for member in value:
            found = shape(member)
            if found not in shapes:
                shapes.append(found)
        return sorted(shapes, key=repr)
    return type(value).__name__


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for name in os.listdir(FOLDER):
        os.unlink(os.path.join(FOLDER, name))
    for name, exchange in record_all().items():
        with open(os.path.join(FOLDER, name + ".json"), "w", encoding="ascii") as file:
            json.dump(exchange, file, indent=1)
            file.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
