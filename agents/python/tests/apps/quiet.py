"""Prints, crashes once, prints the healed result and where imports are looked for first."""

import os
import sys


def label(x):
    return "label " + x


print("first", os.path.realpath(sys.path[0]) == os.path.realpath(os.getcwd()))
print(label(5))
