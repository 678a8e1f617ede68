"""Careful file work: private modes, no links followed, replaced as a whole, moved by name."""

import hashlib
import json
import os
import stat

MAX_READ = 16 * 1024 * 1024
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)


def make_private_folder(path):
    """Makes a folder of mode 0700, or tightens one that is there; refuses links. OSError."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        status = os.lstat(path)
        if not stat.S_ISDIR(status.st_mode):
            raise OSError(f"{os.path.basename(path)} is not a folder") from None
        if os.name == "posix" and status.st_mode & 0o077:
            os.chmod(path, 0o700)


def list_regular(folder):
    """The names of the regular files in ``folder`` (links left out); empty when it is missing."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
    except OSError:
        return set()


def read_regular(folder, name):
    """The bytes of a regular file in ``folder``; no link is followed. OSError."""
    descriptor = os.open(os.path.join(folder, name), os.O_RDONLY | _NO_FOLLOW | _CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        data = file.read(MAX_READ + 1)
    if len(data) > MAX_READ:
        raise OSError("too large")
    return data


def sha256(data):
    """SHA-256 of bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def sync_folder(path):
    """Makes renames in ``path`` durable where the system can."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _CLOEXEC)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def open_append(path):
    """A descriptor for appending to a private file (0600); no link is followed. OSError."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_FOLLOW | _CLOEXEC, 0o600)


def write_all(descriptor, data):
    """Writes all of ``data``; OSError when the disk is full."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def replace_whole(path, data, mode=0o600):
    """Puts ``data`` in place of ``path``: new file, fsync, ``os.replace``. OSError."""
    fresh = path + ".new"
    try:
        os.unlink(fresh)
    except FileNotFoundError:
        pass
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _CLOEXEC, mode)
    try:
        write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    os.replace(fresh, path)
    sync_folder(os.path.dirname(path) or ".")


def replace_json(path, value, mode=0o600):
    """``replace_whole`` with JSON as CodeSuture writes it (indent 2, ASCII)."""
    replace_whole(path, json.dumps(value, indent=2, default=str).encode(), mode)


def read_json(folder, name):
    """The JSON value of a regular file, or None when it is missing or cannot be read as JSON."""
    try:
        return json.loads(read_regular(folder, name))
    except (OSError, ValueError, RecursionError):
        return None
