"""The trash: what a rollback or a dismiss moved away, kept for re-apply (spec 8.3, 8.7, 8.8)."""

import os
import shutil
import stat
import time

from . import files

KEEP_SECONDS = 30 * 86400
_MANIFEST = "manifest.json"


class Trash:
    """One folder below ``trash/`` for each command that moves files."""

    def __init__(self, folder):
        self._folder = folder

    def path(self, command_id):
        """The folder of one command; ``command_id`` is a checked UUID."""
        return os.path.join(self._folder, command_id)

    def open(self, command_id, manifest):
        """Makes the folder and writes what is needed to take the command back. OSError."""
        files.make_private_folder(self.path(command_id))
        files.replace_json(os.path.join(self.path(command_id), _MANIFEST), manifest)

    def manifest(self, command_id):
        """What ``open`` wrote, or None."""
        value = files.read_json(self.path(command_id), _MANIFEST)
        return value if isinstance(value, dict) else None

    def all(self):
        """The ids of all commands that have a folder, oldest first."""
        try:
            with os.scandir(self._folder) as entries:
                found = [e for e in entries if e.is_dir(follow_symlinks=False)]
                return [e.name for e in sorted(found, key=lambda e: e.stat().st_mtime)]
        except OSError:
            return []

    def take(self, source_folder, entries, command_id):
        """Moves files away: ``entries`` are {name, sha256}. Returns (moved names, error or None).

        A file that is missing counts as moved; one with another hash is left where it is.
        """
        return _move(source_folder, self.path(command_id), entries)

    def give_back(self, command_id, entries, target_folder):
        """Moves files back to where they were; the reverse of ``take``."""
        return _move(self.path(command_id), target_folder, entries)

    def complete(self, command_id, entries):
        """Whether all files are there with the hashes of the plan."""
        for entry in entries:
            if _hash(self.path(command_id), entry["name"]) != entry["sha256"]:
                return False
        return True

    def sweep(self, now=time.time):
        """Removes folders that are older than 30 days."""
        for name in self.all():
            path = self.path(name)
            try:
                if now() - os.lstat(path).st_mtime > KEEP_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)
            except OSError:
                pass


def _hash(folder, name):
    try:
        return files.sha256(files.read_regular(folder, name))
    except OSError:
        return None


def _move(source, target, entries):
    moved = []
    for entry in entries:
        name = entry["name"]
        try:
            status = os.lstat(os.path.join(source, name))
        except OSError:
            moved.append(name)
            continue
        if not stat.S_ISREG(status.st_mode) or _hash(source, name) != entry["sha256"]:
            return moved, f"{name} was changed"
        try:
            os.replace(os.path.join(source, name), os.path.join(target, name))
        except OSError as error:
            return moved, f"{name}: {error.strerror}"
        moved.append(name)
    files.sync_folder(source)
    files.sync_folder(target)
    return moved, None
