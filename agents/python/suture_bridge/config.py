"""The enrolment file (spec 3): reading, checking, and reading again when keys were changed."""

import ipaddress
import json
import os
import re
import stat
import threading
import time
from dataclasses import dataclass, field

from .signatures import decode_secret

VARIABLE = "CODESUTURE_BRIDGE_ENROLMENT"
_AGENT_ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_KEYID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MAX_KEYS = 8
_MAX_KEY_DAYS = 400
_RELOAD_SECONDS = 5


class ConfigError(Exception):
    """The configuration is missing or not acceptable; the text says why, without secrets."""


@dataclass(frozen=True)
class Key:
    """One key of a console. ``not_after`` is in Unix seconds; ``secret`` is never shown."""

    keyid: str
    secret: bytes = field(repr=False)
    role: str
    not_after: int | None


@dataclass(frozen=True)
class Enrolment:
    """The contents of an enrolment file, checked."""

    agent_id: str
    authority: str
    host: str
    port: int
    keys: dict
    tls: bool
    certificate: str | None = field(repr=False)
    private_key: str | None = field(repr=False)
    share_values: bool
    share_source: bool


def _require(condition, text):
    if not condition:
        raise ConfigError(text)


def read_private_file(path):
    """The bytes of a file that only the process user can read, and its modification time in ns."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise ConfigError(f"the enrolment file cannot be read: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        _require(stat.S_ISREG(status.st_mode), "the enrolment file is not a regular file")
        if os.name == "posix":
            _require(status.st_uid == os.geteuid(), "the enrolment file has another owner")
            _require(
                not status.st_mode & 0o077,
                "the enrolment file can be read by group or others (chmod 600 it)",
            )
        return file.read(1 << 20), status.st_mtime_ns


def is_loopback(host):
    """Whether plain HTTP may be served on this address."""
    return host in ("127.0.0.1", "::1")


def parse(data):
    """The enrolment in ``data`` (bytes of JSON); ConfigError when a rule of spec 3 or 4 is broken."""
    try:
        entry = json.loads(data)
        _require(isinstance(entry, dict), "the enrolment is not an object")
        return _checked(entry)
    except ConfigError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"the enrolment is not valid ({type(error).__name__})") from None


def _checked(entry):
    _require(
        entry.get("format") == "codesuture-agent-enrolment" and entry.get("version") == 1,
        "this is not an enrolment of version 1",
    )
    agent_id = entry["agent_id"]
    _require(isinstance(agent_id, str) and _AGENT_ID.fullmatch(agent_id), "bad agent_id")
    authority = entry["authority"]
    _require(authority == agent_id + ".agent.invalid", "authority does not fit agent_id")
    listen = entry["listen"]
    host, port, tls = listen["host"], listen["port"], listen.get("tls", False)
    _require(isinstance(host, str) and isinstance(tls, bool), "bad listen entry")
    _require(type(port) is int and 0 <= port <= 65535, "bad port")
    ipaddress.ip_address(host)
    _require(tls or is_loopback(host), "plain HTTP is allowed on 127.0.0.1 and ::1 only")
    certificate = private_key = None
    if tls:
        certificate = entry["tls"]["certificate_pem"]
        private_key = entry["tls"]["private_key_pem"]
        _require(
            isinstance(certificate, str) and isinstance(private_key, str), "bad tls entry"
        )
    for name in ("share_values", "share_source"):
        _require(isinstance(entry.get(name, False), bool), "bad " + name)
    return Enrolment(
        agent_id, authority, host, port, _keys(entry["keys"]), tls, certificate, private_key,
        entry.get("share_values", False), entry.get("share_source", True),
    )


def _keys(entries):
    _require(isinstance(entries, list) and 1 <= len(entries) <= _MAX_KEYS, "1 to 8 keys are needed")
    keys = {}
    for entry in entries:
        keyid, role = entry["keyid"], entry["role"]
        _require(isinstance(keyid, str) and _KEYID.fullmatch(keyid), "bad keyid")
        _require(keyid not in keys, "a keyid is there twice")
        _require(role in ("observer", "operator"), "bad role")
        created, not_after = entry["created"], entry["not_after"]
        _require(type(created) is int and type(not_after) is int, "bad times of a key")
        _require(
            0 < not_after - created <= _MAX_KEY_DAYS * 86400, "a key lives longer than 400 days"
        )
        secret = decode_secret(entry["secret"])
        _require(len(secret) == 32, "a secret is not 32 bytes")
        keys[keyid] = Key(keyid, secret, role, not_after)
    return keys


class EnrolmentFile:
    """The enrolment in force; reads the file again when an unknown keyid arrives (spec 3)."""

    def __init__(self, path, monotonic=time.monotonic):
        self._path = path
        self._monotonic = monotonic
        self._lock = threading.Lock()
        data, self._modified = read_private_file(path)
        self.current = parse(data)
        self._next_read = 0.0
        self.reloaded = lambda ok: None

    def key(self, keyid):
        """The key with this id or None.

        The file is looked at again at most once in 5 s, so that a removed key stops working and
        a new one starts to work without a restart.
        """
        self._look_again()
        return self.current.keys.get(keyid)

    def _look_again(self):
        with self._lock:
            now = self._monotonic()
            if now < self._next_read:
                return
            self._next_read = now + _RELOAD_SECONDS
            try:
                if os.stat(self._path).st_mtime_ns == self._modified:
                    return
                data, modified = read_private_file(self._path)
                fresh = parse(data)
            except (OSError, ConfigError):
                self.reloaded(False)
                return
            self._modified = modified
            if fresh != self.current:
                self.current = fresh
                self.reloaded(True)


def from_environment():
    """The enrolment file that the environment variable names; ConfigError when there is none."""
    path = os.environ.get(VARIABLE)
    if not path:
        raise ConfigError(f"the environment variable {VARIABLE} does not name an enrolment file")
    return EnrolmentFile(path)
