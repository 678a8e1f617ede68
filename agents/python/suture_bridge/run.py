"""``python -m suture_bridge run``: CodeSuture's ``run`` with the control channel (spec 2)."""

import atexit
import os
import ssl
import sys

from . import fit
from .agent import READ_ONLY_CAPABILITIES, Agent
from .config import ConfigError, from_environment
from .host import Host
from .project import Project
from .server import Server
from .threads import say

EXIT_CONFIG = 78
_OPTIONAL = "--bridge-optional"


def _script_of(arguments):
    """The script of the command line, as far as it can be told: the last Python file named."""
    names = [a for a in arguments if not a.startswith("-") and a.endswith(".py")]
    return os.path.basename(names[-1]) if names else None


def _start_bridge(arguments):
    """Steps 1 to 4 of spec 2. ConfigError or OSError when the bridge cannot start."""
    agent = Agent(from_environment(), Project(os.getcwd()), _script_of(arguments))
    agent.prepare()
    _install_hooks(agent)
    server = Server(agent)
    server.open()
    agent.project.write_agent_file(
        agent.instance, server.port, agent.enrolment.current.authority
    )
    agent.start_command_thread()
    server.start()
    _care_for_forks_and_end(agent, server)


def _install_hooks(agent):
    fit.tame_thread_tracing()
    unfit = fit.misfits()
    if unfit:
        agent.capabilities = READ_ONLY_CAPABILITIES
        say("this CodeSuture is not as expected, read-only: " + ", ".join(unfit))
        return
    agent.host = Host(agent.book, agent.holds, agent.store, agent.watcher)
    agent.host.install()


def _care_for_forks_and_end(agent, server):
    owner = os.getpid()

    def before():
        agent.forked_children += 1

    def end():
        if os.getpid() == owner:
            agent.commands.stop()
            server.stop()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=before, after_in_child=server.leave_in_child)
    atexit.register(end)


def main(arguments):
    """Runs a script under CodeSuture with the bridge; 78 when the bridge cannot start."""
    optional = _OPTIONAL in arguments
    arguments = [a for a in arguments if a != _OPTIONAL]
    if sys.path[0] != os.getcwd():
        sys.path.insert(0, os.getcwd())
    try:
        _start_bridge(arguments)
    except ImportError as error:
        say(f"CodeSuture cannot be imported: {error}")
        return EXIT_CONFIG
    except (ConfigError, OSError, ssl.SSLError) as error:
        say(f"the bridge cannot start: {error}")
        if not optional:
            return EXIT_CONFIG
        say("running CodeSuture alone, without a control channel")
    from codesuture import cli

    sys.argv = ["codesuture", "run", *arguments]
    cli.main()
    return 0
