"""
Reads what the topic that it is told holds and its group has not read, and prints the events.
Its group is the one that the platform told it, or the one on its command line; with "-" it reads everything, without a group.
"""
import json
import os
import sys
import time

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

import connection

topic, group = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else os.environ['KAFKA_GROUP_ID']
errors, events, ended = set(), [], set()


def troubled(error):
    # The client asks for its group's coordinator even if it reads without a group.
    if group != '-' or error.code() != KafkaError.GROUP_AUTHORIZATION_FAILED:
        errors.add(error.name())


consumer = Consumer({
    **connection.from_variables(), 'group.id': group, 'enable.auto.commit': group != '-', 'auto.offset.reset': 'earliest', 'enable.partition.eof': True,
    'error_cb': troubled,
})
if group == '-':
    found = consumer.list_topics(topic, timeout=10).topics[topic]
    if found.error is not None:
        troubled(found.error)
    consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING) for number in found.partitions])
else:
    consumer.subscribe([topic])
limit = time.monotonic() + 15
while not errors and time.monotonic() < limit and not (ended and len(ended) == len(consumer.assignment())):
    message = consumer.poll(0.5)
    if message is None:
        continue
    if message.error() is None:
        events.append(json.loads(message.value()))
    elif message.error().code() == KafkaError._PARTITION_EOF:
        ended.add(message.partition())
    else:
        troubled(message.error())
consumer.close()
print(json.dumps({'events': events, 'errors': sorted(errors)}))
