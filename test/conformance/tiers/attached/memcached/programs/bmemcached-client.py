"""Connects once for each environment on standard input, as a program in such a container does, keeps its user in each server, and says what it reads there.

Argument: the beginning of the names of its variables.
"""
import os
import ssl
import sys

import bmemcached
from bmemcached.exceptions import MemcachedException
from each_environment import print_for_each

PREFIX = sys.argv[1]


def told(name):
    return os.environ[f"{PREFIX}_{name}"]


def kept_in(server):
    context = ssl.create_default_context(cafile=told("CA_FILE"))
    client = bmemcached.Client(server, told("USERNAME"), told("PASSWORD"), tls_context=context, socket_timeout=10)
    try:
        key = str(os.getpid())
        return client.get(key) if client.set(key, told("USERNAME")) else "nothing kept"
    finally:
        client.disconnect_all()


def answer():
    try:
        return {"answer": " and ".join({kept_in((server,)) for server in told("SERVERS").split(",")})}
    except (MemcachedException, OSError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
