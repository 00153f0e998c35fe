"""Writes once for each environment on standard input, as a program in such a container does that is told host and port."""
import os

from each_environment import print_for_each
from opensearch_note import note


def answer():
    return note(hosts=[{"host": os.environ["SEARCH_HOST"], "port": int(os.environ["SEARCH_PORT"])}], use_ssl=os.environ["SEARCH_SSL"] == "true")


if __name__ == "__main__":
    print_for_each(answer)
