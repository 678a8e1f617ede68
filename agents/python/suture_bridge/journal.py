"""The journal of commands and the audit trail (spec 8.2): append only, synced, mode 0600."""

import json
import os
import threading

from . import files

NAME = "commands.jsonl"
AUDIT_NAME = "audit.jsonl"
_MAX_LINE = 1 << 20


class JournalError(Exception):
    """A line could not be made durable."""


class Journal:
    """``commands.jsonl``: lines ``accepted``, ``plan``, ``step``, ``end`` of each command."""

    def __init__(self, path):
        self._path = path
        self._lock = threading.Lock()
        self.ok = True

    def append(self, kind, command_id, members):
        """Writes one line and syncs it. JournalError when the disk does not take it."""
        entry = {"line": kind, "id": command_id, **members}
        data = json.dumps(entry, separators=(",", ":"), default=str).encode("ascii") + b"\n"
        with self._lock:
            try:
                self._write(data)
                self.ok = True
            except OSError as error:
                self.ok = False
                raise JournalError(error.strerror or "error") from error

    def _write(self, data):
        descriptor = files.open_append(self._path)
        try:
            size = os.fstat(descriptor).st_size
            torn = size and not self._ends_with_line(size)
            try:
                files.write_all(descriptor, (b"\n" if torn else b"") + data)
                os.fsync(descriptor)
            except OSError:
                self._cut_back(size)
                raise
        finally:
            os.close(descriptor)

    def _ends_with_line(self, size):
        with open(self._path, "rb") as file:
            file.seek(size - 1)
            return file.read(1) == b"\n"

    def _cut_back(self, size):
        """Takes a line that was written in part off again, so that it is never read."""
        try:
            os.truncate(self._path, size)
        except OSError:
            pass

    def lines(self):
        """All whole lines as objects; a torn last line and lines that are no objects are left out."""
        try:
            folder, name = os.path.split(self._path)
            descriptor = os.open(os.path.join(folder, name), os.O_RDONLY | files._NO_FOLLOW)
        except OSError:
            return
        with os.fdopen(descriptor, "rb") as file:
            while line := file.readline(_MAX_LINE):
                if not line.endswith(b"\n"):
                    continue
                try:
                    value = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(value, dict) and isinstance(value.get("id"), str):
                    yield value


class Audit:
    """``audit.jsonl``: who did or tried what. No secrets, signatures or argument values."""

    def __init__(self, path, clock):
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()

    def write(self, what, **members):
        """Adds one line; a full disk loses it silently, the journal is what refuses then."""
        entry = {"at": self._clock.text(), "what": what, **members}
        data = json.dumps(entry, separators=(",", ":"), default=str).encode("ascii") + b"\n"
        with self._lock:
            try:
                descriptor = files.open_append(self._path)
                try:
                    files.write_all(descriptor, data)
                finally:
                    os.close(descriptor)
            except OSError:
                pass
