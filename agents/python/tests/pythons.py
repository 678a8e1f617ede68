"""The Pythons that are on this machine, and what the suite is run against."""

import functools
import glob
import os
import shutil
import subprocess
import sys

VERSIONS = ("3.11", "3.12", "3.13")
FULL = os.environ.get("SUTURE_BRIDGE_FULL") == "1"
HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE_PARENT = os.path.dirname(HERE)
CONTRACT = os.path.join(os.path.dirname(PACKAGE_PARENT), "contract")
APPS = os.path.join(HERE, "apps")
REAL = os.environ.get("CODESUTURE_PATH")


def codesuture_paths():
    """The folders to import CodeSuture from: the stand-in, or the real one with bytecode."""
    if not REAL:
        return [os.path.join(HERE, "standin")]
    return [REAL] + [p for p in [os.environ.get("BYTECODE_PATH")] if p]


def _answers(program, version):
    try:
        found = subprocess.run(
            [program, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True, text=True, timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return found.returncode == 0 and found.stdout.strip() == version


@functools.cache
def find(version):
    """The program of this Python version, or None."""
    if "%d.%d" % sys.version_info[:2] == version:
        return sys.executable
    home = os.path.expanduser("~/.pyenv/versions")
    programs = sorted(glob.glob(f"{home}/{version}.*/bin/python{version}"), reverse=True)
    on_path = shutil.which("python" + version)
    for program in programs + ([on_path] if on_path else []):
        if _answers(program, version):
            return program
    return None


def each():
    """(version, program) of every Python found; the others are said to be skipped."""
    for version in VERSIONS:
        program = find(version)
        if program is None:
            sys.stderr.write(f"skipped: Python {version} is not on this machine\n")
        else:
            yield version, program
