#!/usr/bin/env python3
"""Walks through a live rollback: crash, patch, preview, rollback, proof, hold, release, re-apply.

It starts ``shop_app.py`` under the bridge, in a folder of its own that is removed at the end, and gives every
command with the console's command line. Nothing outside of that folder is touched: keys, journal and workspace of
your own console stay as they are.

    python3.12 agents/demo/try_live_rollback.py

Needs CPython 3.11, 3.12 or 3.13 and the console, as ``mvn -q package -DskipTests`` leaves it; another one can be named
with SUTURESCOPE. Without CodeSuture a small stand-in plays its part; with CODESUTURE_PATH and BYTECODE_PATH (source
checkouts) it is the real one. Exit status 0 when everything was as it should be, else 1.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
AGENT = os.path.join(os.path.dirname(HERE), "python")
CONSOLE = os.environ.get("SUTURESCOPE") or os.path.join(
    os.path.dirname(os.path.dirname(HERE)), "app", "target", "suturescope", "bin", "suturescope")
PATCH = "__main__:order_label"
PATIENCE = 30.0


class NotAsItShouldBe(Exception):
    """Something was otherwise than the demonstration says."""


class Demo:
    """One walk, in one folder."""

    def __init__(self, folder):
        self.folder = folder
        self.project = os.path.join(folder, "project")
        os.mkdir(self.project)
        shutil.copy(os.path.join(HERE, "shop_app.py"), self.project)
        self.enrolment = os.path.join(folder, "demo.enrolment.json")
        self.environment = dict(
            os.environ, HOME=folder, XDG_DATA_HOME=os.path.join(folder, "data"),
            XDG_CONFIG_HOME=os.path.join(folder, "config"))
        self.process = None

    def say(self, text):
        print("\n== " + text, flush=True)

    def console(self, *words, expect=0):
        """Gives a command; prints it and what comes of it."""
        shown = " ".join('"%s"' % word if " " in word else word for word in words)
        print("$ suturescope " + shown.replace(self.folder + os.sep, ""), flush=True)
        ran = subprocess.run(
            [CONSOLE, *words], env=self.environment, capture_output=True, text=True, timeout=120)
        text = (ran.stdout + ran.stderr).replace(self.folder + os.sep, "")
        print("".join("    %s\n" % line for line in text.splitlines()), end="", flush=True)
        if ran.returncode != expect:
            raise NotAsItShouldBe("the exit status was %d, not %d" % (ran.returncode, expect))
        return ran.stdout

    def start(self):
        paths = [AGENT]
        if os.environ.get("CODESUTURE_PATH"):
            paths += [os.environ["CODESUTURE_PATH"], os.environ.get("BYTECODE_PATH", "")]
        else:
            paths.append(os.path.join(AGENT, "tests", "standin"))
        environment = dict(
            self.environment, PYTHONPATH=os.pathsep.join(path for path in paths if path),
            PYTHONDONTWRITEBYTECODE="1", CODESUTURE_BRIDGE_ENROLMENT=self.enrolment)
        with open(os.path.join(self.folder, "app.log"), "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "suture_bridge", "run", "shop_app.py"],
                cwd=self.project, env=environment, stdout=log, stderr=log)
        end = time.monotonic() + PATIENCE
        needed = [os.path.join(self.project, name) for name in
                  ("app.port", os.path.join(".codesuture_bridge", "agent.json"))]
        while not all(os.path.exists(path) for path in needed):
            if self.process.poll() is not None or time.monotonic() > end:
                with open(os.path.join(self.folder, "app.log"), encoding="utf-8") as log:
                    raise NotAsItShouldBe("the program did not start:\n" + log.read())
            time.sleep(0.05)

    def get(self, expect):
        """Asks the program itself; its answer is the proof."""
        with open(os.path.join(self.project, "app.port"), encoding="ascii") as file:
            url = "http://127.0.0.1:%s/label?n=5" % file.read()
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                status, text = answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as answer:
            status, text = answer.code, answer.read().decode("utf-8")
        print("GET /label?n=5 -> %d %s" % (status, text), flush=True)
        if status != expect:
            raise NotAsItShouldBe("the answer was %d, not %d" % (status, expect))

    def crash_until_patched(self):
        """CodeSuture patches when the exception is on its way: the call after it is the first that succeeds."""
        self.get(500)
        self.get(200)

    def walk(self):
        self.say("Make keys for one agent, and the file that it reads them from")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.console("agents", "enrol", "demo", "--host", "127.0.0.1", "--port", str(port),
                     "--secrets", "plain", "--out", self.enrolment)
        self.say("Start the program under the bridge, and look at it")
        self.start()
        self.console("agents")
        self.say("It crashes, CodeSuture patches it while it runs, and the next request is answered")
        self.crash_until_patched()
        self.say("What would a rollback do? Nothing is changed by asking")
        self.console("rollback", PATCH, "--dry-run")
        self.get(200)
        self.say("Roll it back, in the running process")
        self.console("rollback", PATCH, "--reason", "the label must not be made up")
        self.say("The program itself shows it: the original code runs, and raises")
        self.get(500)
        self.say("It crashed again, and no new patch was made: the function is held")
        self.get(500)
        self.console("hold")
        self.say("Release the hold: the next crash is patched again")
        self.console("hold", "--release", PATCH, "--reason", "try again")
        self.crash_until_patched()
        self.say("Roll back once more, and take that back with the very same bytes")
        self.console("rollback", PATCH, "--reason", "once more")
        self.get(500)
        self.console("reapply", PATCH, "--reason", "it was not the cause")
        self.get(200)
        self.say("Every command is in the record, and the record is whole")
        self.console("commands")
        self.console("commands", "verify")

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def main():
    if not os.access(CONSOLE, os.X_OK):
        print("There is no console at %s: run mvn -q package -DskipTests first." % CONSOLE)
        return 1
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print("CodeSuture needs CPython 3.11, 3.12 or 3.13; this is %s." % sys.version.split()[0])
        return 1
    with tempfile.TemporaryDirectory(prefix="suturescope-demo-") as folder:
        demo = Demo(os.path.realpath(folder))
        try:
            demo.walk()
        except (NotAsItShouldBe, subprocess.TimeoutExpired, OSError) as error:
            print("\nNot as it should be: %s" % error)
            return 1
        finally:
            demo.end()
    print("\nEverything was as it should be.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
