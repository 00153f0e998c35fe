"""Connects once for each environment on standard input, as a program in such a container does, and says whom the broker took it for.

Arguments: the variables of the URL and of the authority's file.
"""
import os
import ssl
import sys

import pika
from each_environment import print_for_each
from whom_the_broker_knows import answer_of

URL, AUTHORITY = sys.argv[1:]


def answer():
    parameters = pika.URLParameters(os.environ[URL])
    parameters.ssl_options = pika.SSLOptions(ssl.create_default_context(cafile=os.environ[AUTHORITY]), parameters.host)
    return answer_of(parameters)


if __name__ == "__main__":
    print_for_each(answer)
