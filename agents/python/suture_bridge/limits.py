"""Rates (spec 5): token buckets per key and the throttle for failed authentications."""

import math
import threading
import time

from .problems import Problem

COMMANDS_PER_MINUTE = 30


class Bucket:
    """A token bucket: ``burst`` at once, ``rate`` a second after that."""

    def __init__(self, rate, burst, monotonic=time.monotonic):
        self._rate = rate
        self._burst = burst
        self._monotonic = monotonic
        self._tokens = float(burst)
        self._at = monotonic()
        self._lock = threading.Lock()

    def take(self):
        """0 when a token was there, else the seconds until there is one."""
        with self._lock:
            now = self._monotonic()
            self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
            self._at = now
            if self._tokens >= 1:
                self._tokens -= 1
                return 0
            return (1 - self._tokens) / self._rate


class FailureThrottle:
    """20 refusals at once, 10 a second; beyond that refusals are not answered for 1 s."""

    def __init__(self, monotonic=time.monotonic):
        self._monotonic = monotonic
        self._bucket = Bucket(10, 20, monotonic)
        self._quiet_until = 0.0

    @property
    def tripped(self):
        """Whether refusals go unanswered at this moment."""
        return self._monotonic() < self._quiet_until

    def answer(self):
        """Whether this refusal may be answered."""
        if self.tripped:
            return False
        if self._bucket.take():
            self._quiet_until = self._monotonic() + 1
            return False
        return True


class KeyLimits:
    """The rates of each key: 20 requests a second, 30 commands a minute."""

    def __init__(self, monotonic=time.monotonic):
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._buckets = {}

    def check(self, keyid, is_command):
        """Problem 429 with ``Retry-After`` when the key is too fast."""
        with self._lock:
            bucket = self._buckets.get((keyid, is_command))
            if bucket is None:
                rate, burst = (COMMANDS_PER_MINUTE / 60, 10) if is_command else (20, 40)
                bucket = Bucket(rate, burst, self._monotonic)
                self._buckets[(keyid, is_command)] = bucket
        wait = bucket.take()
        if wait:
            raise Problem("rate-limited", retry_after=math.ceil(wait))


class LineLimit:
    """At most ``count`` lines a minute for the local log."""

    def __init__(self, count=10, monotonic=time.monotonic):
        self._bucket = Bucket(count / 60, count, monotonic)

    def allow(self):
        """Whether one more line may be written."""
        return not self._bucket.take()
