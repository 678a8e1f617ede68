"""Dismiss: an operator has seen this alert (spec 8.7). Changes no patch and no record."""

import json
import os

from . import files
from .command import Plan, Result
from .problems import Problem

_LOCK_SECONDS = 3.0
NAME = "dismissed.jsonl"


def plan(agent, command_id, body):
    """The plan of a dismiss; Problem 404 when no file knows the incident."""
    incident_id = body["incident_id"]
    name = agent.alerts.file_of(incident_id)
    if name is None and not agent.incidents.has(incident_id):
        if incident_id not in dismissed(agent):
            raise Problem("unknown-incident")
    record = {
        "kind": "dismiss", "command_id": command_id, "incident_id": incident_id, "files": [],
        "operator": body["operator"], "reason": body["reason"],
        "already": incident_id in dismissed(agent) and name is None,
    }
    if name is not None:
        try:
            data = files.read_regular(agent.alerts.folder, name)
        except OSError:
            raise Problem("unknown-incident") from None
        record["files"] = [{"name": name, "sha256": files.sha256(data)}]

    def work(progress):
        return _work(agent, record, progress)

    would = [
        {"step": "dismissed", "incident_id": incident_id},
        {"step": "files", "moved": [entry["name"] for entry in record["files"]]},
    ]
    return Plan({"incident_id": incident_id}, would, work, record)


def dismissed(agent):
    """The ids of all incidents that were dismissed here."""
    found = set()
    try:
        lines = files.read_regular(agent.project.bridge, NAME).splitlines()
    except OSError:
        return found
    for line in lines:
        try:
            found.add(json.loads(line)["incident_id"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _work(agent, plan, progress):
    if plan["already"]:
        return Result("done", {}, members={"already": True, "files": []})
    try:
        _note(agent, plan)
    except OSError as error:
        return Result("failed", {}, "journal-unwritable", {"detail": str(error.strerror)})
    progress.step("dismissed")
    return _move(agent, plan, progress)


def _note(agent, plan):
    entry = {
        "incident_id": plan["incident_id"], "operator": plan["operator"],
        "reason": plan["reason"], "command_id": plan["command_id"], "at": agent.clock.text(),
    }
    descriptor = files.open_append(agent.project.own(NAME))
    try:
        files.write_all(descriptor, json.dumps(entry).encode("ascii") + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _move(agent, plan, progress):
    moved, error = [], None
    try:
        if plan["files"]:
            agent.trash.open(plan["command_id"], plan)
        moved, error = agent.trash.take(agent.alerts.folder, plan["files"], plan["command_id"])
        for name in moved:
            _unlink_from_unread(agent, name)
    except OSError as failure:
        error = str(failure.strerror)
    if progress is not None:
        progress.step("files", "failed" if error else "done", moved=moved)
    state = "partial" if error else "done"
    return Result(state, {}, "internal" if error else None, {"files": moved})


def _unlink_from_unread(agent, name):
    lock = agent.alert_lock()
    if lock is not None and not lock.acquire(timeout=_LOCK_SECONDS):
        raise OSError(0, "the alert channel was busy")
    try:
        text = agent.alerts.without_link(name)
        if text is not None:
            files.replace_whole(os.path.join(agent.alerts.folder, "unread.md"), text, 0o644)
    finally:
        if lock is not None:
            lock.release()


def finish(agent, command):
    """Finishes a dismiss after a crash."""
    plan = command.plan
    if plan.get("already"):
        return Result("done", {}, members={"already": True, "files": []})
    try:
        if plan["incident_id"] not in dismissed(agent):
            _note(agent, plan)
    except OSError as error:
        return Result("partial", {}, "internal", {"detail": str(error.strerror)})
    return _move(agent, plan, None)
