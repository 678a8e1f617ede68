"""For the tests of faults: ends the process at a chosen line of the command journal.

KILL_AT is "before" or "after", a colon, and "accepted", "plan", "end" or the name of a step.
"""

import os
import signal

_when, _, _where = os.environ.get("KILL_AT", "").partition(":")

if _where:
    from suture_bridge.journal import Journal

    _append = Journal.append

    def append(journal, kind, command_id, members):
        here = members.get("step") if kind == "step" else kind
        if here == _where and _when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        _append(journal, kind, command_id, members)
        if here == _where:
            os.kill(os.getpid(), signal.SIGKILL)

    Journal.append = append
