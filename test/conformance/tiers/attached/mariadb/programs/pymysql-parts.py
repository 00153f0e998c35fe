"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Argument: the beginning of the names of its variables. PyMySQL writes a text as latin1 where it is a password, so it is given bytes.
"""
import os
import sys

import pymysql
from each_environment import print_for_each

PREFIX = sys.argv[1]


def part(name):
    return os.environ[f"{PREFIX}_{name}"]


def answer():
    try:
        with pymysql.connect(
            host=part("HOST"), port=int(part("PORT")), database=part("DATABASE"), user=part("USERNAME"), password=part("PASSWORD").encode(),
            ssl_ca=part("CA_FILE"), ssl_verify_cert=True, ssl_verify_identity=True,
        ) as connection, connection.cursor() as cursor:
            cursor.execute("select user()")
            return {"answer": cursor.fetchone()[0].rsplit("@", 1)[0]}
    except pymysql.Error as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
