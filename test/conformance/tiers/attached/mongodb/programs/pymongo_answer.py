"""Whom the server took a client of pymongo for, which it then closes."""
from pymongo import MongoClient
from pymongo.errors import ConfigurationError, InvalidURI, OperationFailure, ServerSelectionTimeoutError

REFUSALS = (ConfigurationError, InvalidURI, OperationFailure, ServerSelectionTimeoutError, ValueError)


def ask(*arguments, **options):
    try:
        with MongoClient(*arguments, serverSelectionTimeoutMS=20000, **options) as client:
            return {"answer": client.admin.command("connectionStatus")["authInfo"]["authenticatedUsers"][0]["user"]}
    except REFUSALS as error:
        return {"refused": f"{type(error).__name__}: {error}"}
