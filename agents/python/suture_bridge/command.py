"""One command (spec 7.3, 8.1): its plan, its result, its representation, its steps."""

import threading
from dataclasses import dataclass, field

from .journal import JournalError


@dataclass
class Plan:
    """What a command would do. ``work(progress)`` does it and gives a ``Result``."""

    target: dict
    would: list
    work: object
    record: dict = field(default_factory=dict)
    warnings: list = field(default_factory=list)
    patch: object = None


@dataclass
class Result:
    """How a command ended."""

    state: str
    after: dict = field(default_factory=dict)
    problem: str | None = None
    members: dict = field(default_factory=dict)


class Command:
    """One accepted command and what became of it."""

    def __init__(self, command_id, kind, members):
        self.id = command_id
        self.kind = kind
        self.state = "accepted"
        self.members = members
        self.steps = []
        self.extra = {}
        self.refused = None
        self.started = False
        self.decided = threading.Event()
        self.finished = threading.Event()

    @property
    def known(self):
        """Whether it was accepted: the journal has it."""
        return self.decided.is_set() and self.refused is None

    def entry(self, replayed=False):
        """The representation of spec 7.3."""
        return {
            "id": self.id, "kind": self.kind, "state": self.state, **self.members,
            "replayed": replayed, "steps": self.steps, **self.extra,
        }


class Progress:
    """Writes each step to the journal before the next one begins."""

    def __init__(self, command, journal, clock):
        self._command = command
        self._journal = journal
        self._clock = clock
        self.journal_failed = False

    def step(self, name, state="done", **members):
        """Notes that a step ended in ``state``."""
        entry = {"step": name, "state": state, **members}
        self._command.steps.append(entry)
        try:
            self._journal.append("step", self._command.id, {"at": self._clock.text(), **entry})
        except JournalError:
            self.journal_failed = True


def accepted_members(line):
    """The members of a command's representation that its ``accepted`` line gives."""
    body = line.get("body") or {}
    return {
        "instance": line.get("instance"), "received_at": line.get("at"),
        "keyid": line.get("keyid"), "operator": body.get("operator"),
        "reason": body.get("reason"), "body_sha256": line.get("body_sha256"), "target": {},
    }
