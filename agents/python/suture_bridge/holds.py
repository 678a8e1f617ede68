"""Holds: functions that CodeSuture must not patch again for now (spec 8.5)."""

import os
import sys
import threading
from dataclasses import asdict, dataclass

from . import files, memory
from .codehash import code_hash

MODES = ("until-source-change", "until-restart", "none")
MARK = "__cs_held__"
_MAX_KNOWN = 4096


@dataclass(frozen=True)
class Hold:
    """One promise. ``code_module`` and ``code_qualname`` are those of the code object, which
    differ from ``module`` and ``qualname`` for a wrapper made by a decorator."""

    patch_id: str
    module: str
    qualname: str
    file: str
    line: int
    original_sha256: str
    cache_tag: str
    mode: str
    command_id: str
    since: str
    code_module: str
    code_qualname: str

    def covers_name(self, module, qualname):
        """Whether a code object of these names belongs to the held function."""
        return (module, qualname) in (
            (self.module, self.qualname), (self.code_module, self.code_qualname),
        )


class Holds:
    """The holds in force. Reading is done on application threads and takes no lock."""

    def __init__(self, path, ended=lambda hold: None):
        self._path = path
        self._ended = ended
        self._lock = threading.Lock()
        self._by_id = {}
        self._codes = {}
        self._free = {}
        self.frozen = False

    def load(self):
        """Puts the holds on disk in force; those of another Python version are kept but silent."""
        value = files.read_json(os.path.dirname(self._path), os.path.basename(self._path))
        entries = value.get("holds", []) if isinstance(value, dict) else []
        for entry in entries if isinstance(entries, list) else []:
            try:
                hold = Hold(**entry)
            except TypeError:
                continue
            self._by_id = {**self._by_id, hold.patch_id: hold}

    def all(self):
        """The holds in force, oldest first."""
        return list(self._by_id.values())

    def get(self, patch_id):
        """The hold on this patch or None."""
        return self._by_id.get(patch_id)

    def set(self, hold, codes):
        """Puts a hold in force: ``codes`` are all code objects recorded for the function."""
        with self._lock:
            self._by_id = {**self._by_id, hold.patch_id: hold}
            fresh = dict(self._codes)
            fresh.update({id(code): (code, hold.patch_id) for code in codes})
            self._codes = fresh
            self._free = {}

    def lift(self, patch_id):
        """Takes a hold out of force; gives it back, or None when there was none."""
        with self._lock:
            hold = self._by_id.get(patch_id)
            self._by_id = {k: v for k, v in self._by_id.items() if k != patch_id}
            self._codes = {k: v for k, v in self._codes.items() if v[1] != patch_id}
            self._free = {}
            return hold

    def codes_of(self, patch_id):
        """The code objects that are known to belong to a hold."""
        return [code for code, held in list(self._codes.values()) if held == patch_id]

    def save(self):
        """Writes ``holds.json``; holds until the restart are left out. OSError."""
        kept = [asdict(hold) for hold in self.all() if hold.mode == "until-source-change"]
        files.replace_json(self._path, {"version": 1, "holds": kept})

    def covering(self, code, module):
        """The hold on the function of ``code``, whose globals belong to ``module``, or None.

        A function of the same names but with another original code ends the hold: its source was
        changed. That is looked at once for each code object.
        """
        if not self._by_id:
            return None
        known = self._codes.get(id(code))
        if known:
            return self._by_id.get(known[1])
        if id(code) in self._free:
            return None
        for hold in self.all():
            if hold.cache_tag != sys.implementation.cache_tag:
                continue
            if not hold.covers_name(module, code.co_qualname):
                continue
            sha256 = code_hash(code)
            if sha256 == hold.original_sha256:
                self._codes = {**self._codes, id(code): (code, hold.patch_id)}
                return hold
            if "<lambda>" in code.co_qualname:
                continue
            if self._original_lives(hold):
                return hold
            if not self.frozen:
                self._end(hold)
        if len(self._free) < _MAX_KNOWN:
            self._free = {**self._free, id(code): code}
        return None

    def _original_lives(self, hold):
        """A property's setter has the name of its getter: then no source was changed."""
        if any(patch_id == hold.patch_id for _, patch_id in self._codes.values()):
            return True
        return bool(memory.named_with_hash(hold.module, hold.qualname, hold.original_sha256))

    def _end(self, hold):
        self.lift(hold.patch_id)
        try:
            self.save()
        except OSError:
            pass
        self._ended(hold)
