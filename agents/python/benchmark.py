"""Measures what the bridge costs the program: the same work with and without it, and under a flood.

usage, in agents/python: python benchmark.py [ROUNDS]

The stand-in is used unless CODESUTURE_PATH and BYTECODE_PATH name the real CodeSuture. Rounds with
and without the bridge alternate, so that a busy machine is unfair to none of them.
"""

import json
import os
import statistics
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "tests"))

from harness import Lab  # noqa: E402

PROGRAM = '''
import json, os, threading, time

def healthy(values):
    total = 0
    for value in values:
        total += len(str(value)) + value % 7
    return total

values = list(range(60))
deadline = time.monotonic() + 30
while os.environ.get("WAIT") and not os.path.exists("go") and time.monotonic() < deadline:
    time.sleep(0.01)

def measure():
    walls, cpu = [], time.thread_time()
    for _ in range(400):
        start = time.perf_counter()
        for _ in range(25):
            healthy(values)
        walls.append(time.perf_counter() - start)
    with open("measured.json", "w") as file:
        json.dump({"cpu": time.thread_time() - cpu, "walls": walls}, file)

if os.environ.get("WHERE") == "main":
    measure()
else:
    worker = threading.Thread(target=measure)
    worker.start()
    worker.join()
'''


def one(where, bridged, flood=False):
    """CPU seconds of the program's thread, and the median and 99th percentile of its calls in ms."""
    lab = Lab()
    try:
        with open(os.path.join(lab.project, "work.py"), "w") as file:
            file.write(PROGRAM)
        command = ("-m", "suture_bridge" if bridged else "codesuture", "run")
        lab.start(app="work.py", command=command, wait=False, WAIT="1", WHERE=where)
        stop, counts = threading.Event(), []
        if bridged:
            lab.wait_until_up("work.py")
        flooders = [
            threading.Thread(target=refuse, args=(lab, stop, counts)) for _ in range(3 * flood)
        ]
        for thread in flooders:
            thread.start()
        time.sleep(0.6)
        with open(os.path.join(lab.project, "go"), "w"):
            started = time.monotonic()
        lab.process.wait(120)
        stop.set()
        for thread in flooders:
            thread.join()
        with open(os.path.join(lab.project, "measured.json")) as file:
            found = json.load(file)
        walls = sorted(found["walls"])
        rate = len(counts) / (time.monotonic() - started)
        return found["cpu"], walls[len(walls) // 2] * 1e3, walls[len(walls) * 99 // 100] * 1e3, rate
    finally:
        lab.close()


def refuse(lab, stop, counts):
    """Sends requests with a wrong MAC as fast as they are refused."""
    console = lab.console()
    while not stop.is_set():
        try:
            console.exchange(console.request("GET", "/v1/agent", secret=b"x" * 32)[0])
            counts.append(1)
        except OSError:
            pass


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    for where in ("worker", "main"):
        print(f"Python {sys.version.split()[0]}, work in a {where} thread")
        compare(where, rounds)


def compare(where, rounds):
    """Measures and prints one table."""
    kinds = {"without": (False,), "with": (True,), "with, flooded": (True, True)}
    found = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, options in kinds.items():
            found[name].append(one(where, *options))
    base = min(row[0] for row in found["without"])
    for name, rows in found.items():
        cpu, median, late = (min(column) for column in list(zip(*rows))[:3])
        rate = statistics.median(row[3] for row in rows)
        print(f"{name:14} best of {rounds}: cpu {cpu:.3f} s ({cpu / base:.3f} of without), "
              f"median {median:.3f} ms, 99 % {late:.3f} ms, refused {rate:.0f}/s")


if __name__ == "__main__":
    main()
