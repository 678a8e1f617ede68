"""The threads of the bridge: marked so that CodeSuture leaves them alone (spec 2.1)."""

import os
import sys
import threading


class BridgeThread(threading.Thread):
    """A daemon thread that CodeSuture's trace entries return at once for."""

    _is_codesuture_shadow = True

    def __init__(self, name, target, *arguments):
        super().__init__(name="suture-bridge-" + name, daemon=True)
        self._work = target
        self._arguments = arguments

    def run(self):
        """Runs the work; what it raises ends this thread only, with one line on standard error."""
        sys.settrace(None)
        try:
            self._work(*self._arguments)
        except Exception as error:
            say(f"{self.name} ended: {type(error).__name__}")


def say(text):
    """One line on standard error; never on standard output, never an error."""
    try:
        os.write(2, ("suture_bridge: " + text + "\n").encode("utf-8", "replace"))
    except OSError:
        pass
