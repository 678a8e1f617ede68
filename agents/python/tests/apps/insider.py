"""A program that raises inside of the bridge's own code and then looks whether it was patched."""

import json
import socket
import sys
import threading
import time
import types

import suture_bridge


def bridge_functions():
    found = {}
    for name, module in list(sys.modules.items()):
        if module is None or not name.startswith("suture_bridge"):
            continue
        for owner in [module] + [v for v in vars(module).values() if isinstance(v, type)]:
            for key, value in vars(owner).items():
                value = getattr(value, "__func__", value)
                if isinstance(value, types.FunctionType) and value.__code__.co_filename.startswith(
                    suture_bridge.__path__[0]
                ):
                    found[f"{owner.__name__}.{key}"] = value
    return found


def label(x):
    return "label " + x


before = {name: function.__code__ for name, function in bridge_functions().items()}
print("functions", len(before) > 100)

from suture_bridge import threads


def provoke():
    """On an application thread: TypeErrors of the kind that is guarded, in bridge frames."""
    for work in (
        lambda: threads.say(5), lambda: suture_bridge.files.replace_whole(5, b""),
        lambda: suture_bridge.patches.patch_id, lambda: suture_bridge.conform.run_vector({}),
    ):
        try:
            work()
        except Exception:
            pass


provoke()
other = threading.Thread(target=provoke)
other.start()
other.join()
bridged = threads.BridgeThread("provoke", provoke)
bridged.start()
bridged.join()
with open(".codesuture_bridge/agent.json") as file:
    port = json.load(file)["port"]
for text in (b"\xff\xff\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"x" * 30000):
    with socket.create_connection(("127.0.0.1", port)) as sock:
        try:
            sock.sendall(text)
            sock.recv(1000)
        except OSError:
            pass
time.sleep(0.2)
after = bridge_functions()
changed = [name for name, code in before.items() if after[name].__code__ is not code]
print("changed", changed)
try:
    label(5)
except TypeError:
    pass
print("healed", label(5))
