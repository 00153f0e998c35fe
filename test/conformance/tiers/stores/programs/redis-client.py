"""Connects once for each environment on standard input, as a program in such a container does, and says what the server answered.

Arguments: the variable that holds the URL, and the words of a command.
"""
import os
import sys

import redis
from each_environment import print_for_each

VARIABLE, *COMMAND = sys.argv[1:]


def answer():
    try:
        with redis.from_url(os.environ[VARIABLE]) as client:
            return {"answer": text(client.execute_command(*COMMAND))}
    except redis.ResponseError as error:
        return {"failed": str(error)}
    except (redis.RedisError, ValueError, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def text(reply):
    return reply.decode() if isinstance(reply, bytes) else str(reply)


if __name__ == "__main__":
    print_for_each(answer)
