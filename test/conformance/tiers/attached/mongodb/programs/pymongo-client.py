"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Argument: the variable that holds the URL.
"""
import os
import sys

from each_environment import print_for_each
from pymongo_answer import ask

VARIABLE = sys.argv[1]


def answer():
    return ask(os.environ[VARIABLE])


if __name__ == "__main__":
    print_for_each(answer)
