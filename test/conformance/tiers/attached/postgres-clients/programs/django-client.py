"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Django finds its database in DATABASE_URL by dj-database-url. Argument: the question.
"""
import sys
from contextlib import closing

import dj_database_url
from django.conf import settings
from django.db import ConnectionHandler, Error
from each_environment import print_for_each

QUESTION = sys.argv[1]
settings.configure()


def answer():
    try:
        connection = ConnectionHandler({"default": dj_database_url.config()})["default"]
        with closing(connection), connection.cursor() as cursor:
            cursor.execute(QUESTION)
            return {"answer": cursor.fetchone()[0]}
    except (Error, ValueError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
