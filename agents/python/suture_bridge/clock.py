"""The clock of the agent: never goes back, follows the wall clock forwards (spec 6.3)."""

import threading
import time
from datetime import datetime, timezone

_FOLLOW_SECONDS = 5


class AgentClock:
    """Wall clock at start plus monotonic time since, in seconds.

    When the wall clock is more than 5 s ahead the agent follows it; a wall clock that is set back
    is ignored, so that replay protection survives it.
    """

    def __init__(self, wall=time.time, monotonic=time.monotonic):
        self._wall = wall
        self._monotonic = monotonic
        self._lock = threading.RLock()
        self._base = wall() - monotonic()

    def now(self):
        """The present time in Unix seconds, as a float."""
        with self._lock:
            own = self._base + self._monotonic()
            wall = self._wall()
            if wall - own > _FOLLOW_SECONDS:
                self._base += wall - own
                own = wall
            return own

    def seconds(self):
        """The present time in whole Unix seconds."""
        return int(self.now())

    def text(self):
        """The present time as RFC 3339 UTC with microseconds."""
        return to_text(self.now())


def to_text(seconds):
    """Unix ``seconds`` as RFC 3339 UTC with ``Z``."""
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def from_text(text):
    """The Unix seconds of an RFC 3339 time; a time without offset is UTC. ValueError otherwise."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return moment.timestamp()
