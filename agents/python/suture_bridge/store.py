"""The patch store of CodeSuture, by exact names from a listing (spec 7.2, threat 29).

No name is ever matched by suffix, prefix or substring, and ``secret.key`` is never touched.
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass

from . import files
from .marshal_reader import BadMarshal, read_code

SUFFIXES = (".code", ".json", ".orig.code")
_KEY_NAME = "secret.key"


def file_part(qualname):
    """``qualname`` as CodeSuture writes it in file names."""
    return qualname.replace("<", "_").replace(">", "_")


def base_name(module, qualname):
    """The name that the store files of this function begin with, without the suffix."""
    return module + "." + file_part(qualname)


@dataclass(frozen=True)
class StoreFile:
    """One store file as it is now."""

    name: str
    sha256: str
    size: int

    def entry(self):
        """The members of this file in a patch."""
        return {"name": self.name, "sha256": self.sha256, "size": self.size}


class Store:
    """Reads and moves the files of one store folder."""

    def __init__(self, folder):
        self.folder = folder
        self._hashes = {}

    def names(self):
        """The names of all regular files, without ``secret.key``."""
        if os.path.islink(self.folder):
            return set()
        return files.list_regular(self.folder) - {_KEY_NAME}

    def files_of(self, base, names=None):
        """The store files of ``base`` in name order; ``names`` is a listing already at hand."""
        names = self.names() if names is None else names
        wanted = sorted(base + suffix for suffix in SUFFIXES if base + suffix in names)
        found = (self._file(name) for name in wanted)
        return [file for file in found if file]

    def _file(self, name):
        try:
            status = os.lstat(os.path.join(self.folder, name))
            state = (status.st_mtime_ns, status.st_size, status.st_ino)
            known = self._hashes.get(name)
            if known and known[0] == state:
                return known[1]
            data = files.read_regular(self.folder, name)
        except OSError:
            return None
        file = StoreFile(name, files.sha256(data), len(data))
        self._hashes[name] = (state, file)
        return file

    def bases(self, names=None):
        """The bases that have a ``.code`` file."""
        names = self.names() if names is None else names
        return sorted(
            name[: -len(".code")]
            for name in names
            if name.endswith(".code") and not name.endswith(".orig.code")
        )

    def metadata(self, base, names=None):
        """The object in ``base``.json, or None."""
        name = base + ".json"
        if name not in (self.names() if names is None else names):
            return None
        value = files.read_json(self.folder, name)
        return value if isinstance(value, dict) else None

    def image(self, name):
        """What the ``.code`` file ``name`` holds, or None when it cannot be read."""
        try:
            return read_code(files.read_regular(self.folder, name))
        except (OSError, BadMarshal):
            return None

    def bytes_of(self, name):
        """The bytes of a store file, or None."""
        try:
            return files.read_regular(self.folder, name)
        except OSError:
            return None

    def signature_fits(self, code, metadata):
        """Whether ``code`` (bytes) has the HMAC that ``metadata`` names, under the present key."""
        try:
            key = files.read_regular(self.folder, _KEY_NAME)
        except OSError:
            return False
        stored = metadata.get("code_sha256") if isinstance(metadata, dict) else None
        if not isinstance(stored, str):
            return False
        found = hmac.new(key, code, hashlib.sha256).hexdigest()
        return hmac.compare_digest(found.encode(), stored.encode("utf-8", "replace"))


def parse_metadata(data):
    """The object in the bytes of a ``.json`` file, or None."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
