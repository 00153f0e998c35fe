"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Arguments: the variables of the servers' URLs, the user, the password and the authority's file.
"""
import asyncio
import json
import os
import ssl
import sys

import nats
from each_environment import print_for_each

URLS, USER, PASSWORD, AUTHORITY = sys.argv[1:]


async def connect():
    return await nats.connect(
        os.environ[URLS].split(","), user=os.environ[USER], password=os.environ[PASSWORD],
        tls=ssl.create_default_context(cafile=os.environ[AUTHORITY]), allow_reconnect=False, error_cb=nothing,
    )


async def asked():
    try:
        client = await connect()
    except (nats.errors.Error, OSError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    try:
        info = await client.request("$SYS.REQ.USER.INFO", timeout=10)
        return {"answer": json.loads(info.data)["data"]["user"]}
    except nats.errors.Error as error:
        return {"failed": str(error)}
    finally:
        await client.close()


async def nothing(_error):
    """What it complains of is in the answer too."""


def answer():
    return asyncio.run(asked())


if __name__ == "__main__":
    print_for_each(answer)
