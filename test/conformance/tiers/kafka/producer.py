"""Publishes the JSON events on its standard input, one a line, to the topic it is told, and prints what became of them."""
import json
import sys

from confluent_kafka import KafkaException, Producer

import connection

topic, read_from = sys.argv[1:]
errors = set()
published = 0


def delivered(error, message):
    global published
    if error:
        errors.add(error.name())
    else:
        published += 1


def troubled(error):
    errors.add(error.name())


producer = Producer({
    **getattr(connection, f'from_{read_from}')(), 'error_cb': troubled, 'enable.idempotence': True, 'message.timeout.ms': 15_000,
})
try:
    for line in sys.stdin:
        producer.produce(topic, json.dumps(json.loads(line)), on_delivery=delivered)
    while len(producer) > 0 and '_AUTHENTICATION' not in errors:
        producer.poll(0.1)
except KafkaException as fatal:
    troubled(fatal.args[0])
outcome = json.dumps({'count': published, 'errors': sorted(errors)})
# What is left would be sent again and again.
producer.purge()
producer.close()
print(outcome)
