"""The nonces that were seen, so that no request is accepted twice (spec 6.3)."""

import threading

CAPACITY = 8192
SKEW = 30


class NonceCache:
    """Remembers authenticated nonces until they cannot be accepted any more; never evicts early."""

    def __init__(self, capacity=CAPACITY):
        self._capacity = capacity
        self._lock = threading.Lock()
        self._until = {}
        self._next_sweep = 0.0

    def __len__(self):
        return len(self._until)

    def remember(self, keyid, nonce, expires, now):
        """``"new"`` and remembered until ``expires`` + 30 s, or ``"seen"``, or ``"full"``."""
        entry = (keyid, nonce)
        with self._lock:
            if self._until.get(entry, 0) >= now:
                return "seen"
            if len(self._until) >= self._capacity or now >= self._next_sweep:
                self._sweep(now)
            if len(self._until) >= self._capacity:
                return "full"
            self._until[entry] = expires + SKEW
            return "new"

    def _sweep(self, now):
        self._until = {entry: until for entry, until in self._until.items() if until >= now}
        self._next_sweep = now + SKEW
