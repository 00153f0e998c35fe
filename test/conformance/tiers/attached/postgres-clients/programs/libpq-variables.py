"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

libpq reads its own variables, so that nothing is told to it. Argument: the question.
"""
import sys

import psycopg2
from each_environment import print_for_each

QUESTION = sys.argv[1]


def answer():
    try:
        connection = psycopg2.connect("")
    except psycopg2.Error as error:
        return {"refused": str(error)}
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(QUESTION)
            return {"answer": cursor.fetchone()[0]}
    finally:
        connection.close()


if __name__ == "__main__":
    print_for_each(answer)
