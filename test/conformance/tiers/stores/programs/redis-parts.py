"""Connects once for each environment on standard input, as a program that knows no URLs does, and says what the server answered.

Arguments: the variables of the address, the user and the password, and the words of a command.
"""
import os
import sys
from functools import partial

import redis
from each_environment import print_for_each
from redis_answer import answer_of

ADDRESS, USER, PASSWORD, *COMMAND = sys.argv[1:]


def connect():
    host, port = os.environ[ADDRESS].rsplit(":", 1)
    return redis.Redis(host=host, port=int(port), username=os.environ[USER], password=os.environ[PASSWORD], ssl=True)


if __name__ == "__main__":
    print_for_each(partial(answer_of, connect, COMMAND))
