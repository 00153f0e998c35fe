"""For each environment on standard input: leaves it to the SDK to find endpoint, region, keys and authority, and writes into the bucket."""
import os

from boto3_note import note
from each_environment import print_for_each


def answer():
    return note(os.environ["AWS_ACCESS_KEY_ID"], os.environ["BUCKET"], "path")


if __name__ == "__main__":
    print_for_each(answer)
