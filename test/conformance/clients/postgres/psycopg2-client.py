"""Connects once for each environment on standard input, as a program in such a container does, and says what the server answered.

Arguments: the variable that holds the URL, and a statement.
"""
import os
import sys

import psycopg2
from each_environment import print_for_each

VARIABLE, STATEMENT = sys.argv[1:]


def answer():
    try:
        connection = psycopg2.connect(os.environ[VARIABLE])
    except (psycopg2.Error, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(STATEMENT)
            return {"answer": cursor.fetchone()[0]}
    except psycopg2.Error as error:
        return {"failed": str(error)}
    finally:
        connection.close()


if __name__ == "__main__":
    print_for_each(answer)
