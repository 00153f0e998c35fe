"""Connects as a program does that reads the files of its binding, and says whom the broker took it for.

Argument: the folder of the binding.
"""
import ssl
import sys
from pathlib import Path

import pika
from each_environment import print_for_each
from whom_the_broker_knows import answer_of

FOLDER = Path(sys.argv[1])


def part(name):
    return (FOLDER / name).read_text(encoding="utf-8")


def answer():
    context = ssl.create_default_context(cafile=str(FOLDER / "ca.crt"))
    return answer_of(pika.ConnectionParameters(
        part("host"), int(part("port")), part("virtual-host"), pika.PlainCredentials(part("username"), part("password")),
        ssl_options=pika.SSLOptions(context, part("host")),
    ))


if __name__ == "__main__":
    print_for_each(answer)
