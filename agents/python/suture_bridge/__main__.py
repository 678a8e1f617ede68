"""The command line: ``run``, ``serve``, ``conform``."""

import sys

_USAGE = """\
usage: python -m suture_bridge run [--bridge-optional] [codesuture run options] SCRIPT
       python -m suture_bridge serve --project DIR
       python -m suture_bridge conform FILE

run      runs SCRIPT as `codesuture run` does, with the control channel in the process
serve    serves the files of a stopped project; needs no CodeSuture
conform  runs signing vectors, one JSON line each

The environment variable CODESUTURE_BRIDGE_ENROLMENT names the enrolment file (mode 0600).
"""


def main():
    """Runs the command that ``sys.argv`` names and gives the exit status."""
    arguments = sys.argv[1:]
    command = arguments[0] if arguments else ""
    if command == "run":
        from .run import main as run_main

        return run_main(arguments[1:])
    if command == "serve":
        from .serve import main as serve_main

        return serve_main(arguments[1:])
    if command == "conform":
        from .conform import main as conform_main

        return conform_main(arguments[1:])
    if command == "watch":
        sys.stderr.write(
            "suture_bridge: watch is not supported: it starts processes by itself, and they "
            "cannot carry the bridge. Use run under a supervisor that restarts it.\n"
        )
        return 2
    sys.stderr.write(_USAGE)
    return 0 if command in ("-h", "--help") else 2


def start():
    """``main`` for a zip archive, whose generated starter ignores what it gives back."""
    sys.exit(main())


if __name__ == "__main__":
    start()
