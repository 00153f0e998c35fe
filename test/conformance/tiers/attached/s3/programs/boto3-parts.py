"""For each environment on standard input: reads the binding's own variables, and writes into the bucket.

Argument: the beginning of the names of its variables.
"""
import os
import sys

from boto3_note import note
from each_environment import print_for_each

PREFIX = sys.argv[1]


def part(name):
    return os.environ[f"{PREFIX}_{name}"]


def answer():
    return note(
        part("ACCESS_KEY_ID"), part("BUCKET"), "path" if part("PATH_STYLE") == "true" else "virtual",
        endpoint_url=part("ENDPOINT_URL"), region_name=part("REGION"), verify=part("CA_FILE"),
        aws_access_key_id=part("ACCESS_KEY_ID"), aws_secret_access_key=part("SECRET_ACCESS_KEY"),
    )


if __name__ == "__main__":
    print_for_each(answer)
