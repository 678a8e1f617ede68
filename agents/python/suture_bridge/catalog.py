"""The patches as an operator sees them (spec 7.2): memory, store, rollbacks and holds in one list."""

import sys
import time
import types
from dataclasses import dataclass, field

from . import memory
from .codehash import code_hash
from .patches import Layer, etag, patch_id
from .store import base_name, file_part

_ASYNC_FLAGS = 0x80 | 0x100 | 0x200
_GHOST_SECONDS = 0.5


@dataclass
class Patch:
    """One patch as it is now. ``record`` is None when this process never saw the function."""

    module: str
    qualname: str
    file: str
    line: int
    origin: str
    original_sha256: str | None
    layers: list
    memory: tuple
    files: list
    rows: list
    held: bool
    flags: list = field(default_factory=list)
    record: object = None

    @property
    def id(self):
        """The patch id."""
        return patch_id(self.module, self.qualname, self.file, self.line)

    @property
    def etag(self):
        """What a command has to name as ``expect.etag``."""
        return etag(self.original_sha256, self.layers, self.files)

    @property
    def gone(self):
        """Whether nothing is left to roll back."""
        return self.memory[0] in ("original", "absent") and not self.files

    def target(self):
        """The members that name this patch in a command."""
        return {"patch_id": self.id, "module": self.module, "qualname": self.qualname}

    def entry(self):
        """The members of this patch in an answer."""
        state, functions = self.memory
        return {
            "patch_id": self.id, "etag": self.etag, "module": self.module,
            "qualname": self.qualname, "file": self.file, "line": self.line,
            "origin": self.origin, "layers": [layer.entry() for layer in self.layers],
            "original_sha256": self.original_sha256,
            "memory": {"state": state, "functions": functions},
            "files": [file.entry() for file in self.files],
            "lifecycle": [{"id": pid, "state": state} for pid, state in self.rows],
            "held": self.held, "flags": self.flags,
        }


class Catalog:
    """Builds patches on demand; keeps no copy of anything."""

    def __init__(self, book, store, holds, rows, rollbacks):
        self._book = book
        self._store = store
        self._holds = holds
        self._rows = rows
        self._rollbacks = rollbacks
        self._ghosts = (0.0, {})

    def all(self):
        """All patches, in the order of their ids."""
        names = self._store.names()
        table = self._rows().table()
        records = self._book.all()
        shared = _count(base_name(record.module, record.qualname) for record in records)
        found = {}
        for record in records:
            found[record.id] = self._live(record, names, table, shared)
        for base in self._store.bases(names):
            if base not in shared:
                patch = self._stored(base, names, table)
                found[patch.id] = patch
        for patch in self._remembered(table):
            found.setdefault(patch.id, patch)
        return [found[key] for key in sorted(found)]

    def get(self, identity):
        """The patch with this id or None."""
        for patch in self.all():
            if patch.id == identity:
                return patch
        return None

    def look_anew(self):
        """Forgets what was found out about functions that are not patched."""
        self._ghosts = (0.0, {})

    def _live(self, record, names, table, shared):
        base = base_name(record.module, record.qualname)
        flags = self._file_flags(base, record.qualname, names)
        if shared[base] > 1:
            flags.append("files-shared")
        if "<locals>" in record.qualname:
            flags.append("nested")
        if record.original.co_flags & _ASYNC_FLAGS:
            flags.append("async")
        if _redefined(record):
            flags.append("redefined")
        return Patch(
            record.module, record.qualname, record.file, record.line, record.origin,
            record.original_sha256, list(record.layers), record.state(),
            self._store.files_of(base, names), table.get((record.module, record.qualname), []),
            self._holds.get(record.id) is not None, flags, record,
        )

    def _file_flags(self, base, qualname, names):
        if base + ".json" not in names:
            return []
        metadata = self._store.metadata(base, names)
        fits = metadata is not None and metadata.get("func_name") == file_part(qualname)
        return [] if fits else ["file-mismatch"]

    def _stored(self, base, names, table):
        metadata = self._store.metadata(base, names) or {}
        image = self._store.image(base + ".code")
        module, qualname = _names_of(base, metadata, image, table)
        original = None
        if base + ".orig.code" in names:
            original = self._store.image(base + ".orig.code")
        layers = []
        if image is not None:
            layers.append(Layer(
                str(metadata.get("guard_type", "unknown")), str(metadata.get("patched_at", "")),
                code_hash(image),
            ))
        flags = self._file_flags(base, qualname, names)
        if "<locals>" in qualname:
            flags.append("nested")
        if image is not None and image.co_flags & _ASYNC_FLAGS:
            flags.append("async")
        patch = Patch(
            module, qualname, image.co_filename if image else "",
            image.co_firstlineno if image else 0, "store-only",
            code_hash(original) if original else None, layers, ("absent", 0),
            self._store.files_of(base, names), table.get((module, qualname), []), False, flags,
        )
        patch.held = self._holds.get(patch.id) is not None
        return patch

    def _remembered(self, table):
        """Patches that are gone but can be re-applied or are held still."""
        entries = {}
        for manifest in self._rollbacks():
            entries[manifest["patch_id"]] = manifest
        for hold in self._holds.all():
            entries.setdefault(hold.patch_id, vars(hold))
        for entry in entries.values():
            yield Patch(
                entry["module"], entry["qualname"], entry["file"], entry["line"], "store-only",
                entry["original_sha256"], [], self._ghost_state(entry), [],
                table.get((entry["module"], entry["qualname"]), []),
                self._holds.get(entry["patch_id"]) is not None,
            )

    def _ghost_state(self, entry):
        """Looks for the function by exact names and code hash, at most twice a second."""
        until, states = self._ghosts
        now = time.monotonic()
        if now > until:
            states = {}
            self._ghosts = (now + _GHOST_SECONDS, states)
        key = (entry["module"], entry["qualname"], entry["original_sha256"])
        if key not in states:
            states[key] = bool(key[2]) and bool(memory.named_with_hash(*key))
        return ("original", 0) if states[key] else ("absent", 0)


def _count(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def _names_of(base, metadata, image, table):
    """Module and qualified name of a store file: the split is ambiguous, so evidence decides."""
    rows = [key for key in table if base_name(*key) == base]
    if len(rows) == 1:
        return rows[0]
    part = metadata.get("func_name")
    if not isinstance(part, str) or not base.endswith("." + part):
        part = file_part(image.co_qualname) if image else ""
    if not part or not base.endswith("." + part):
        module, _, qualname = base.partition(".")
        return module, qualname
    qualname = part
    if image is not None and file_part(image.co_qualname) == part:
        qualname = image.co_qualname
    return base[: -len(part) - 1], qualname


def _redefined(record):
    """Whether the name of the function now holds another one; looked up without running code."""
    if "<" in record.qualname:
        return False
    for function in list(record.functions):
        found = function.__globals__
        for part in record.qualname.split("."):
            members = found if isinstance(found, dict) else getattr(found, "__dict__", {})
            found = members.get(part)
        if isinstance(found, (staticmethod, classmethod)):
            found = found.__func__
        if isinstance(found, property):
            found = found.fget
        if type(found) is types.FunctionType:
            code = id(found.__code__)
            return code not in record.codes and code not in record.originals
    return False


def cache_tag():
    """The tag of the running Python, for example ``cpython-312``."""
    return sys.implementation.cache_tag
