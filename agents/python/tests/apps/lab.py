"""A program with functions that crash, for the tests: one line in, one line of JSON out."""

import functools
import json
import os
import socket
import threading

import labother


def label(x):
    return "label " + x


def relabel(x):
    return "relabel " + x


def load(x):
    return "load " + x


def key(x):
    return "key " + x


def two(x, y):
    first = "first " + x
    return first + (" second " + y)


def slow(x, wait=0):
    import time

    time.sleep(wait)
    return "slow " + x


class Alpha:
    def fetch(self, x):
        return "alpha " + x

    @property
    def title(self, x=5):
        return "title " + x


class Beta:
    def fetch(self, x):
        return "beta " + x


class Odd:
    def __radd__(self, other, n=5):
        return "odd " + n


def outer(odd):
    return "outer " + odd


def make():
    def inner(x):
        return "inner " + x

    return inner


inner = make()


def marked(function):
    @functools.wraps(function)
    def wrapper(x):
        return "wrapped " + x

    return wrapper


@marked
def decorated(x):
    return x


@marked
def decorated_too(x):
    return x


def patched_names():
    """The names of the functions whose code is not what it was when the program began."""
    return sorted(name for name, code in _ORIGINALS.items() if _FUNCTIONS[name].__code__ is not code)


def fork(x):
    """Forks; the child tells whether it still serves and leaves."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, json.dumps({"label": call("label", x)}).encode())
        os._exit(0)
    os.waitpid(child, 0)
    return json.loads(os.read(read, 4096))


def redefine():
    """Gives the name ``key`` to another function."""
    global key

    def key(x):
        return x

    key.__qualname__ = "key"


def handling(seconds):
    """A crash whose handling takes this long: CodeSuture asks the exception for its text."""
    import time

    asked = []

    def text(error):
        if not asked:
            asked.append(True)
            time.sleep(seconds)
        return "slow"

    slow_error = type("TypeError", (TypeError,), {"__str__": text})

    def fail(x):
        raise slow_error(x)

    fail(seconds)


def limit(room):
    """Lets no file of this process grow beyond the journal and ``room`` bytes; 0 takes it away."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    size = os.path.getsize(".codesuture_bridge/commands.jsonl") + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (size if room else hard, hard))


def call(name, *arguments):
    try:
        return {"ok": _CALLS[name](*arguments)}
    except Exception as error:
        _KEPT.append(error.with_traceback(None))
        return {"error": f"{type(error).__name__}: {error}"}


# CodeSuture knows a handled exception by its address: one that is reused is a crash it ignores.
_KEPT = []

_FUNCTIONS = {
    "label": label, "relabel": relabel, "load": load, "key": key, "two": two, "slow": slow,
    "Alpha.fetch": Alpha.fetch, "Beta.fetch": Beta.fetch, "outer": outer,
    "Odd.__radd__": Odd.__radd__, "inner": inner, "decorated": decorated,
    "decorated_too": decorated_too, "other.label": labother.label,
    "json.load": json.load, "Alpha.title": Alpha.title.fget,
}
_ORIGINALS = {name: function.__code__ for name, function in _FUNCTIONS.items()}
_CALLS = {
    **_FUNCTIONS,
    "Alpha.fetch": lambda x: Alpha().fetch(x), "Beta.fetch": lambda x: Beta().fetch(x),
    "outer": lambda x: outer(Odd()), "Alpha.title": lambda x: Alpha().title,
    "patched": lambda *_: patched_names(), "fork": fork,
    "limit": limit, "redefine": redefine,
    "handling": handling,
    "thread": lambda *_: threading.active_count(),
}


def serve(listener):
    while True:
        connection, _ = listener.accept()
        with connection, connection.makefile("rw") as file:
            parts = file.readline().split()
            if not parts or parts[0] == "quit":
                return
            arguments = [int(part) for part in parts[1:]]
            file.write(json.dumps(call(parts[0], *arguments)) + "\n")


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    with open("lab.port.new", "w") as file:
        file.write(str(listener.getsockname()[1]))
    os.replace("lab.port.new", "lab.port")
    serve(listener)


if __name__ == "__main__":
    main()
