"""Connects once for each environment on standard input, as a program in such a container does, and says what the server answered.

Arguments: the variable that holds the URL, and the words of a command.
"""
import os
import sys
from functools import partial

import redis
from each_environment import print_for_each
from redis_answer import answer_of

VARIABLE, *COMMAND = sys.argv[1:]


def connect():
    return redis.from_url(os.environ[VARIABLE])


if __name__ == "__main__":
    print_for_each(partial(answer_of, connect, COMMAND))
