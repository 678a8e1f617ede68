"""Events (spec 10): hooks put them into a bounded inbox, the bridge numbers and keeps them."""

import threading
import time
from collections import deque

from . import strict_json
from .clock import to_text

KEEP_EVENTS = 1024
KEEP_BYTES = 2 * 1024 * 1024
MAX_EVENT = 16 * 1024
INBOX = 2048
_MERGE_SECONDS = 1.0


class Events:
    """The events of one process. ``put`` never waits; all else runs on bridge threads."""

    def __init__(self, instance, clock, monotonic=time.monotonic):
        self._instance = instance
        self._clock = clock
        self._monotonic = monotonic
        self._inbox = deque()
        self._kept = deque()
        self._bytes = 0
        self._newest = 0
        self._merged = {}
        self._reported_lost = 0
        self.changed = threading.Condition()
        self.dropped = 0
        self.off = False

    def put(self, kind, data, merge_key=None):
        """Adds an event; dropped and counted when the inbox is full. Safe on any thread.

        ``data`` may be a callable that gives the members; it is called later, on a bridge thread.
        """
        if self.off:
            return
        if len(self._inbox) >= INBOX:
            self.dropped += 1
            return
        self._inbox.append((kind, self._clock.now(), data, merge_key))

    @property
    def newest(self):
        """The number of the newest event; 0 when there was none."""
        return self._newest

    @property
    def oldest(self):
        """The number of the oldest event that is still kept; one past the newest when none is."""
        return self._newest - len(self._kept) + 1

    def pump(self):
        """Numbers what waits in the inbox and wakes the streams; called by one bridge thread."""
        now = self._monotonic()
        ready = []
        if self.dropped > self._reported_lost:
            lost, self._reported_lost = self.dropped - self._reported_lost, self.dropped
            ready.append(("gap", self._clock.now(), {"lost": lost}))
        while self._inbox:
            kind, at, data, merge_key = self._inbox.popleft()
            if callable(data):
                data = data()
            if merge_key is None:
                ready.append((kind, at, data))
            else:
                self._merge(merge_key, kind, at, data, now, ready)
        for key, (due, pending) in list(self._merged.items()):
            if now >= due:
                del self._merged[key]
                if pending:
                    ready.append(pending)
                    self._merged[key] = (now + _MERGE_SECONDS, None)
        if ready:
            with self.changed:
                for kind, at, data in ready:
                    self._keep(kind, at, data)
                self.changed.notify_all()

    def _merge(self, key, kind, at, data, now, ready):
        """The first of a kind goes out at once, later ones of the same second as one with a count."""
        if key not in self._merged:
            self._merged[key] = (now + _MERGE_SECONDS, None)
            ready.append((kind, at, {**data, "count": 1}))
            return
        due, pending = self._merged[key]
        count = pending[2]["count"] + 1 if pending else 1
        self._merged[key] = (due, (kind, at, {**data, "count": count}))

    def _keep(self, kind, at, data):
        self._newest += 1
        body = {"at": to_text(at), **data}
        text = strict_json.dump(body)
        if len(text) > MAX_EVENT - 256:
            text = strict_json.dump(_cut(body))
        block = (
            f"id: {self._instance}-{self._newest}\nevent: {kind}\ndata: ".encode() + text + b"\n\n"
        )
        self._kept.append(block)
        self._bytes += len(block)
        while len(self._kept) > KEEP_EVENTS or self._bytes > KEEP_BYTES:
            self._bytes -= len(self._kept.popleft())

    def after(self, number):
        """The blocks of all kept events after ``number``; call with ``changed`` held."""
        skip = max(0, number - (self.oldest - 1))
        return [block for place, block in enumerate(self._kept) if place >= skip]

    def hello(self, after):
        """The first block of a stream and the number to continue after.

        ``after`` is the text of the last id the console stored, or None.
        """
        with self.changed:
            newest, oldest = self._newest, self.oldest
            resumed, start = False, newest
            lost = self.dropped
            instance, _, number = (after or "").rpartition("-")
            if instance == self._instance and number.isdecimal() and len(number) < 16:
                wanted = int(number)
                resumed = oldest - 1 <= wanted <= newest
                start = wanted if resumed else newest
                if wanted < oldest - 1:
                    lost += oldest - 1 - wanted
        data = {
            "instance": self._instance, "oldest": oldest, "newest": newest,
            "resumed": resumed, "lost": lost,
        }
        return b"event: hello\ndata: " + strict_json.dump(data) + b"\n\n", start


def _cut(body):
    """A body that surely fits: long texts shortened, lists and objects left out."""
    short = {"truncated": True}
    for name, value in body.items():
        if isinstance(value, str):
            short[name] = value[:200]
        elif value is None or isinstance(value, (bool, int, float)):
            short[name] = value
    return short
