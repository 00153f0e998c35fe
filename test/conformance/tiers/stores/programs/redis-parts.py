"""Connects once for each environment on standard input, as a program that knows no URLs does, and says what the server answered.

Arguments: the variables of the address, the user and the password, and the words of a command.
"""
import os
import sys

import redis
from each_environment import print_for_each

ADDRESS, USER, PASSWORD, *COMMAND = sys.argv[1:]


def answer():
    try:
        host, port = os.environ[ADDRESS].rsplit(":", 1)
        with redis.Redis(host=host, port=int(port), username=os.environ[USER], password=os.environ[PASSWORD], ssl=True) as client:
            return {"answer": text(client.execute_command(*COMMAND))}
    except redis.ResponseError as error:
        return {"failed": str(error)}
    except (redis.RedisError, ValueError, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def text(reply):
    return reply.decode() if isinstance(reply, bytes) else str(reply)


if __name__ == "__main__":
    print_for_each(answer)
