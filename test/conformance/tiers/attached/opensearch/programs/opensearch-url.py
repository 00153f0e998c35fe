"""Writes once for each environment on standard input, as a program in such a container does that is told user and password beside the URL."""
import os

from each_environment import print_for_each
from opensearch_note import note


def answer():
    return note(hosts=[os.environ["SEARCH_URL"]])


if __name__ == "__main__":
    print_for_each(answer)
