"""The commands of one agent (spec 7.3, 8.1): each runs once, one at a time, and is journaled."""

import queue
import threading

from .clock import to_text
from .command import Command, Progress, Result, accepted_members
from .journal import JournalError
from .problems import Problem

KEEP = 10_000
KEEP_SECONDS = 30 * 86400
WAIT_SECONDS = 2.0
TERMINAL = ("done", "failed", "partial", "void")
_QUEUE = 16


class Commands:
    """The table of all commands and the one thread that runs them."""

    def __init__(self, agent, planner):
        self._agent = agent
        self._planner = planner
        self._lock = threading.Lock()
        self._table = {}
        self._queue = queue.Queue(_QUEUE)

    def load(self):
        """Reads the journal: the commands of earlier lives, kept for 30 days or 10 000 of them."""
        for line in self._agent.journal.lines():
            self._read(line)
        oldest = to_text(self._agent.clock.now() - KEEP_SECONDS)
        for command in list(self._table.values())[: max(0, len(self._table) - KEEP)]:
            if str(command.members["received_at"]) < oldest:
                del self._table[command.id]

    def _read(self, line):
        kind = line.get("line")
        if kind == "accepted":
            body = line.get("body") or {}
            command = Command(line["id"], body.get("kind"), accepted_members(line))
            command.body = body
            command.plan = None
            command.decided.set()
            self._table[line["id"]] = command
            return
        command = self._table.get(line["id"])
        if command is None:
            return
        if kind == "plan":
            command.plan = line.get("plan") or {}
            command.members["target"] = line.get("target") or {}
        elif kind == "step":
            names = ("line", "id", "at")
            command.steps.append({k: v for k, v in line.items() if k not in names})
        elif kind == "end":
            command.state = line.get("state")
            command.extra = line.get("extra") or {}
            command.finished.set()

    def interrupted(self):
        """The commands of the journal that have no end."""
        return [c for c in self._table.values() if c.state not in TERMINAL]

    def end_interrupted(self, command, result):
        """Writes the end of a command that an earlier life of the process did not finish."""
        self._finish(command, result)

    def get(self, command_id):
        """The command with this id that was accepted, or None."""
        command = self._table.get(command_id)
        return command if command is not None and command.known else None

    def page(self, after, limit):
        """Up to ``limit`` commands after the id ``after``, oldest first, and whether more follow."""
        every = [c for c in list(self._table.values()) if c.known]
        ids = [command.id for command in every]
        start = ids.index(after) + 1 if after in ids else 0
        page = every[start : start + limit]
        return page, start + limit < len(every)

    def submit(self, command_id, data, body, key):
        """Runs a command once. Returns (command, status, replayed); a Problem when it is refused."""
        sha256 = self._agent.sha256(data)
        with self._lock:
            command = self._table.get(command_id)
            replayed = command is not None
            if replayed and command.members["body_sha256"] != sha256:
                raise Problem("command-id-conflict")
            if not replayed:
                command = self._new(command_id, body, sha256, key)
                try:
                    self._queue.put_nowait(command)
                except queue.Full:
                    raise Problem("overloaded", retry_after=2) from None
                self._table[command_id] = command
        finished = command.finished.wait(WAIT_SECONDS)
        if not finished:
            self._give_up(command)
            command.decided.wait()
        if command.refused is not None:
            raise command.refused
        if not finished:
            return command, 202, replayed
        return command, 200 if replayed else 201, replayed

    def _give_up(self, command):
        """Takes a command back that still waits for another one, so that no answer promises it."""
        with self._lock:
            if not command.started and command.refused is None:
                self._table.pop(command.id, None)
                command.refused = Problem("overloaded", retry_after=2)
                command.decided.set()
                command.finished.set()

    def _new(self, command_id, body, sha256, key):
        line = {
            "at": self._agent.clock.text(), "instance": self._agent.instance, "body": body,
            "keyid": key.keyid, "body_sha256": sha256,
        }
        command = Command(command_id, body["kind"], accepted_members(line))
        command.body = body
        command.accepted = line
        return command

    def run_for_ever(self):
        """The work of the command thread."""
        while True:
            command = self._queue.get()
            if command is None:
                return
            self._run(command)

    def stop(self):
        """Lets the command that runs end, and no other begin."""
        try:
            self._queue.put_nowait(None)
        except queue.Full:
            pass

    def _run(self, command):
        with self._lock:
            if command.refused is not None:
                return
            command.started = True
        try:
            plan = self._planner.plan(command.id, command.body)
            self._write_start(command, plan)
        except Problem as problem:
            self._refuse(command, problem)
            return
        except Exception as error:
            self._refuse(command, Problem("internal", type(error).__name__))
            return
        command.state = "running"
        command.decided.set()
        command.members["target"] = plan.target
        progress = Progress(command, self._agent.journal, self._agent.clock)
        try:
            result = plan.work(progress)
        except Exception as error:
            result = Result("partial", problem="internal", members={"detail": type(error).__name__})
        if progress.journal_failed and result.state == "done":
            result.state, result.problem = "partial", "journal-unwritable"
        self._finish(command, result)

    def _write_start(self, command, plan):
        try:
            self._agent.journal.append("accepted", command.id, command.accepted)
            self._agent.journal.append(
                "plan", command.id, {"target": plan.target, "plan": plan.record}
            )
        except JournalError:
            raise Problem("journal-unwritable") from None

    def _refuse(self, command, problem):
        with self._lock:
            self._table.pop(command.id, None)
        self._agent.audit.write(
            "refused", keyid=command.members["keyid"], operator=command.members["operator"],
            kind=command.kind, command_id=command.id, outcome=problem.kind,
        )
        problem.audited = True
        command.refused = problem
        command.decided.set()
        command.finished.set()

    def _finish(self, command, result):
        extra = dict(result.members)
        if result.problem:
            extra["problem"] = {"type": "urn:codesuture:problem:" + result.problem}
        extra["after"] = result.after
        finished_at = self._agent.clock.text()
        command.extra = {"finished_at": finished_at, **extra}
        command.state = result.state
        try:
            self._agent.journal.append(
                "end", command.id, {"state": result.state, "extra": command.extra}
            )
        except JournalError:
            pass
        self._agent.audit.write(
            "command", keyid=command.members["keyid"], operator=command.members["operator"],
            kind=command.kind, command_id=command.id, target=command.members.get("target"),
            outcome=result.state,
        )
        self._agent.watcher.command(command)
        command.finished.set()
