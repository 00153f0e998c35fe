"""Connects once for each environment on standard input, as a program in such a container does, and says whom all nodes took it for.

Arguments: the variables of the URL and of the authority's file.
"""
import os
import sys

import redis
from each_environment import print_for_each

URL, AUTHORITY = sys.argv[1:]


def answer():
    try:
        with redis.RedisCluster.from_url(os.environ[URL], ssl_ca_certs=os.environ[AUTHORITY]) as client:
            users = client.execute_command("ACL WHOAMI", target_nodes=redis.RedisCluster.ALL_NODES)
            return {"answer": " and ".join(sorted(set(users.values()))) + f" at {len(users)}"}
    except (redis.RedisError, ValueError, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
