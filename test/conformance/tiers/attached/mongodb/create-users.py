"""Makes users of a server: the URL by which their administrator enters is the argument, the users are on standard input."""
import json
import sys

from pymongo import MongoClient

with MongoClient(sys.argv[1]) as client:
    for login in json.load(sys.stdin):
        client.admin.command("createUser", login["username"], pwd=login["password"], roles=[], mechanisms=["SCRAM-SHA-256"])
