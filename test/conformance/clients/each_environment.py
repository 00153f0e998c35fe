import json
import os
import sys
from functools import partial
from multiprocessing import Pool


def print_for_each(answer):
    """Asks for each environment on standard input, in two processes, and prints the answers in the same order."""
    environments = json.load(sys.stdin)
    with Pool(min(2, len(environments))) as pool:
        print(json.dumps(pool.map(partial(_in_environment, answer), environments)))


def _in_environment(answer, environment):
    os.environ.update(environment)
    return answer()
