"""Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Arguments: the variable that holds the URL, and a folder of libraries that its image has besides, if any.
"""
import os
import sys

from each_environment import print_for_each
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

VARIABLE, *FOLDERS = sys.argv[1:]
sys.path.extend(FOLDERS)


def answer():
    try:
        with create_engine(os.environ[VARIABLE], poolclass=NullPool).connect() as connection:
            return {"answer": connection.execute(text("select user()")).scalar().rsplit("@", 1)[0]}
    except SQLAlchemyError as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
