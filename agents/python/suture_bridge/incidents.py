"""Incident records and alerts, read from the files of CodeSuture (spec 7 and 8.7)."""

import json
import os
import re
import tomllib

from . import clock, files

_DAILY = re.compile(r"incidents_[0-9]{4}-[0-9]{2}-[0-9]{2}\.jsonl")
_ALERT = re.compile(r"ALERT_(.+)_([A-Z]+)_([0-9a-f]{12})\.md")
_HIDDEN = ("default_value", "stack_trace")
_MAX_LINE = 1 << 20
DEFAULT_ALERTS = os.path.join(".codesuture_incidents", "alerts")


def shown(record, share_values):
    """A record as it may leave the process."""
    if share_values:
        return record
    return {name: value for name, value in record.items() if name not in _HIDDEN}


def configured_alert_folder(root):
    """The alert folder that ``.codesuture.toml`` names, else the default one."""
    try:
        table = tomllib.loads(files.read_regular(root, ".codesuture.toml").decode("utf-8"))
        folder = table["alerts"]["file"]["directory"]
    except (OSError, ValueError, KeyError, TypeError):
        folder = DEFAULT_ALERTS
    return os.path.join(root, folder if isinstance(folder, str) else DEFAULT_ALERTS)


class IncidentFiles:
    """The daily files of one project."""

    def __init__(self, folder):
        self._folder = folder

    def _days(self):
        return sorted(n for n in files.list_regular(self._folder) if _DAILY.fullmatch(n))

    def page(self, since, cursor, limit, budget, share_values):
        """Records from ``cursor`` on (``file:offset``): a list of them, and the next cursor or None.

        ``since`` is in Unix seconds or None; ``budget`` is the most bytes that are gathered.
        """
        start_file, _, offset = (cursor or "").partition(":")
        found, used = [], 0
        for name in self._days():
            if name < start_file:
                continue
            position = int(offset) if name == start_file and offset.isdecimal() else 0
            for line, end in self._lines(name, position):
                record = _record(line)
                if record is not None and _is_since(record, since):
                    entry = shown(record, share_values)
                    size = len(json.dumps(entry, default=str))
                    if len(found) >= limit or (found and used + size > budget):
                        return found, f"{name}:{position}"
                    found.append(entry)
                    used += size
                position = end
        return found, None

    def _lines(self, name, position):
        path = os.path.join(self._folder, name)
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            return
        with os.fdopen(descriptor, "rb") as file:
            file.seek(position)
            while line := file.readline(_MAX_LINE):
                yield line, file.tell()

    def has(self, incident_id):
        """Whether a daily file has a record with exactly this id."""
        needle = incident_id.encode()
        for name in self._days():
            for line, _ in self._lines(name, 0):
                if needle in line and (_record(line) or {}).get("incident_id") == incident_id:
                    return True
        return False


def _record(line):
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_since(record, since):
    if since is None:
        return True
    try:
        return clock.from_text(record["timestamp"]) >= since
    except (KeyError, ValueError, TypeError):
        return True


class Alerts:
    """The alert files of one project. ``folder`` is a callable: the live channel may name it."""

    def __init__(self, folder):
        self._folder = folder

    @property
    def folder(self):
        """The folder that holds the alert files now."""
        return self._folder()

    def open(self):
        """The alerts whose files are present, in name order."""
        found = []
        for name in sorted(files.list_regular(self.folder)):
            match = _ALERT.fullmatch(name)
            if match:
                found.append({"incident_id": match[3], "severity": match[2], "file": name})
        return found

    def file_of(self, incident_id):
        """The name of the one alert file of this incident, or None."""
        names = [a["file"] for a in self.open() if a["incident_id"] == incident_id]
        return names[0] if len(names) == 1 else None

    def without_link(self, name):
        """The text of ``unread.md`` without the lines that link to ``name``, or None if unchanged."""
        try:
            text = files.read_regular(self.folder, "unread.md").decode("utf-8", "surrogateescape")
        except OSError:
            return None
        lines = text.splitlines(keepends=True)
        kept = [line for line in lines if not line.rstrip("\n").endswith(f"[Details]({name})")]
        if len(kept) == len(lines):
            return None
        return "".join(kept).encode("utf-8", "surrogateescape")
