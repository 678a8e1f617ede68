"""Lifecycle rows: through the live manager of CodeSuture, or in the file of a stopped project.

Rows are chosen by exact module and function name. A second manager is never made (spec 2.1).
"""

import json
import os
from datetime import datetime, timezone

from . import files

LOCK_SECONDS = 3.0
OPEN_STATES = ("detected", "patched", "replayed", "persisted", "suggested", "verified")


class LifecycleError(Exception):
    """The rows could not be changed."""


def _text(value):
    return getattr(value, "value", value)


def _grouped(rows):
    table = {}
    for pid, module, function, state in rows:
        if isinstance(module, str) and isinstance(function, str):
            table.setdefault((module, function), []).append((pid, state))
    return table


class LiveRows:
    """The rows of the tracer's own manager."""

    def __init__(self, manager):
        self._manager = manager

    def table(self):
        """All rows: (module, function name) to a list of (id, state)."""
        rows = list(self._manager._patches.items())
        return _grouped((pid, r.module, r.function_name, _text(r.current_state)) for pid, r in rows)

    def change(self, wanted, reason):
        """Moves rows to states and saves: ``wanted`` maps ids to the new state. LifecycleError."""
        if not self._manager._lock.acquire(timeout=LOCK_SECONDS):
            raise LifecycleError("the lifecycle lock was not free in time")
        try:
            for pid, state in wanted.items():
                row = self._manager._patches.get(pid)
                if row is not None:
                    row.transition_to(type(row.current_state)(state), reason)
            data = {pid: row.to_dict() for pid, row in self._manager._patches.items()}
            files.replace_json(os.path.abspath(self._manager._lifecycle_file), data, 0o644)
        except (OSError, ValueError) as error:
            raise LifecycleError(type(error).__name__) from error
        finally:
            self._manager._lock.release()


class FileRows:
    """The rows in ``lifecycle.json`` while no CodeSuture runs here."""

    def __init__(self, folder):
        self._folder = folder

    def _load(self):
        path = os.path.join(self._folder, "lifecycle.json")
        if not os.path.lexists(path):
            return {}
        try:
            value = json.loads(files.read_regular(self._folder, "lifecycle.json"))
        except (OSError, ValueError, RecursionError) as error:
            raise LifecycleError("lifecycle.json cannot be read") from error
        if not isinstance(value, dict):
            raise LifecycleError("lifecycle.json cannot be read")
        return value

    def table(self):
        """All rows as in ``LiveRows.table``; empty when the file cannot be read."""
        try:
            rows = self._load()
        except LifecycleError:
            return {}
        return _grouped(
            (pid, row.get("module"), row.get("function_name"), row.get("current_state"))
            for pid, row in rows.items()
            if isinstance(row, dict)
        )

    def change(self, wanted, reason):
        """Moves rows to states: ``wanted`` maps ids to the new state. LifecycleError."""
        if not wanted:
            return
        rows = self._load()
        now = datetime.now(timezone.utc).isoformat()
        for pid, state in wanted.items():
            row = rows.get(pid)
            if not isinstance(row, dict):
                continue
            step = {"from": row.get("current_state"), "to": state, "at": now, "reason": reason}
            row.setdefault("transitions", []).append(step)
            row["current_state"] = state
            row["updated_at"] = now
        try:
            files.replace_json(os.path.join(self._folder, "lifecycle.json"), rows, 0o644)
        except OSError as error:
            raise LifecycleError(type(error).__name__) from error
