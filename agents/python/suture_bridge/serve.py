"""``python -m suture_bridge serve --project DIR``: the files of a stopped project (spec 8.10)."""

import os
import signal
import ssl
import sys
import threading

from .agent import Agent
from .config import ConfigError, from_environment
from .project import FOLDER, Project
from .run import EXIT_CONFIG
from .server import Server
from .threads import say


def main(arguments):
    """Serves until it is told to end (SIGINT or SIGTERM); 2 on wrong usage, 78 if it cannot start."""
    if len(arguments) != 2 or arguments[0] != "--project":
        sys.stderr.write("usage: python -m suture_bridge serve --project DIR\n")
        return 2
    try:
        server = _start(arguments[1])
    except (ConfigError, OSError, ssl.SSLError) as error:
        say(f"cannot serve: {error}")
        return EXIT_CONFIG
    say(
        f"serving on port {server.port}. A CodeSuture that runs here without the bridge cannot "
        "be seen; do not change patches under it."
    )
    done = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: done.set())
    while not done.wait(1.0):
        pass
    server.stop()
    return 0


def _start(root):
    if not os.path.isdir(root):
        raise ConfigError("the project is not a folder")
    project = Project(root)
    other = project.living_agent()
    if other is not None:
        raise ConfigError(
            f"process {other} serves this project already (remove {FOLDER}/agent.json if it is "
            "another program)"
        )
    agent = Agent(from_environment(), project, offline=True)
    agent.prepare()
    server = Server(agent)
    server.open()
    project.write_agent_file(agent.instance, server.port, agent.enrolment.current.authority)
    agent.start_command_thread()
    server.start()
    return server
