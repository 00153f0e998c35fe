"""Connects by the files of a binding, and says what the server answered to a statement. Arguments: the binding's folder, the statement.

Where the binding has no authority, it trusts those of its image.
"""
import json
import pathlib
import sys

import psycopg2

FOLDER, STATEMENT = sys.argv[1:]


def entry(name):
    return (pathlib.Path(FOLDER) / name).read_text()


AUTHORITY = pathlib.Path(FOLDER) / "ca.crt"

try:
    connection = psycopg2.connect(
        host=entry("host"), port=entry("port"), dbname=entry("database"), user=entry("username"), password=entry("password"),
        sslmode=entry("sslmode"), sslrootcert=str(AUTHORITY) if AUTHORITY.exists() else "system",
    )
    with connection, connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        print(json.dumps([{"answer": cursor.fetchone()[0]}]))
except psycopg2.Error as error:
    print(json.dumps([{"refused": str(error)}]))
