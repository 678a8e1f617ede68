"""Another module with a function of a name that lab.py has, too."""


def label(x):
    return "other label " + x
