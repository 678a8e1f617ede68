"""Starts threads first, then crashes in the main thread, so that CodeSuture runs the script again."""

import threading
import time

stop = threading.Event()


def work():
    total = 0
    while not stop.is_set():
        total += sum(range(50))
        time.sleep(0.001)


def label(x):
    return "label " + x


for _ in range(3):
    threading.Thread(target=work, daemon=True).start()
time.sleep(0.2)
print("result", label(5))
print("threads", threading.active_count() >= 4)
with open("finished", "w") as file:
    file.write("yes")
stop.set()
