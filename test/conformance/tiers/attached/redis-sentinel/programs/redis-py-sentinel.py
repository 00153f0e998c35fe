"""Connects once for each environment on standard input, as a program in such a container does, and says whom the master took it for, and in which database.

Argument: the beginning of the names of its variables.
"""
import os
import re
import sys

import redis
from each_environment import print_for_each
from redis.sentinel import Sentinel

PREFIX = sys.argv[1]


def told(name):
    return os.environ[f"{PREFIX}_{name}"]


def master():
    sentinels = [(host, int(port)) for host, port in (node.rsplit(":", 1) for node in told("SENTINELS").split(","))]
    tls = {"ssl": told("SSL") == "true", "ssl_ca_certs": told("CA_FILE")}
    watched = Sentinel(sentinels, sentinel_kwargs={"username": told("SENTINEL_USERNAME"), "password": told("SENTINEL_PASSWORD"), **tls})
    return watched.master_for(told("SENTINEL_MASTER"), username=told("USERNAME"), password=told("PASSWORD"), db=int(told("DATABASE")), **tls)


def answer():
    try:
        with master() as client:
            user = client.execute_command("ACL", "WHOAMI").decode()
            database = re.search(r" db=(\d+)", client.execute_command("CLIENT", "LIST", "ID", client.client_id()).decode())[1]
            return {"answer": f"{user} in {database}"}
    except (redis.RedisError, ValueError, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
