"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Argument: the beginning of the names of its variables.
"""
import os
import sys

from each_environment import print_for_each
from pymongo_answer import ask

PREFIX = sys.argv[1]


def part(name):
    return os.environ[f"{PREFIX}_{name}"]


def answer():
    return ask(host=part("HOST"), port=int(part("PORT")), username=part("USERNAME"), password=part("PASSWORD"), tls=True, tlsCAFile=part("CA_FILE"))


if __name__ == "__main__":
    print_for_each(answer)
