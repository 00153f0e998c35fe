"""One connection to a broker for the operators' work: a request a line on standard input, its answer a line on standard output."""
import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, Producer, TopicPartition
from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, ConfigResource, ConfigSource, NewTopic, ResourcePatternType,
    ResourceType, ScramCredentialInfo, ScramMechanism, UserScramCredentialDeletion, UserScramCredentialUpsertion,
)

BROKER = {'bootstrap.servers': sys.argv[1]}
SECONDS = 20
admin = AdminClient(BROKER)


def done(futures):
    return {key: future.result(timeout=SECONDS) for key, future in futures.items()}


def users():
    return sorted(admin.describe_user_scram_credentials(request_timeout=SECONDS).result(timeout=SECONDS))


def set_passwords(passwords, mechanism):
    how = ScramCredentialInfo(ScramMechanism[mechanism], 4096)
    done(admin.alter_user_scram_credentials([UserScramCredentialUpsertion(user, how, word.encode()) for user, word in passwords.items()]))


def delete_users(names, mechanism):
    done(admin.alter_user_scram_credentials([UserScramCredentialDeletion(name, ScramMechanism[mechanism]) for name in names]))


def acls():
    every = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY)
    return [acl_as_told(acl) for acl in admin.describe_acls(every, request_timeout=SECONDS).result(timeout=SECONDS)]


def acl_as_told(acl):
    return [part.name if hasattr(part, 'name') and not isinstance(part, str) else part for part in (
        acl.restype, acl.name, acl.resource_pattern_type, acl.principal, acl.host, acl.operation, acl.permission_type)]


def acl_parts(told):
    kind, name, pattern, principal, host, operation, permission = told
    return (ResourceType[kind], name, ResourcePatternType[pattern], principal, host, AclOperation[operation], AclPermissionType[permission])


def create_acls(rules):
    done(admin.create_acls([AclBinding(*acl_parts(rule)) for rule in rules]))


def delete_acls(rules):
    done(admin.delete_acls([AclBindingFilter(*acl_parts(rule)) for rule in rules]))


def topics():
    known = {name: topic for name, topic in admin.list_topics(timeout=SECONDS).topics.items() if not name.startswith('__')}
    settings = done(admin.describe_configs([ConfigResource(ConfigResource.Type.TOPIC, name) for name in known])) if known else {}
    return {resource.name: {
        'partitions': len(known[resource.name].partitions),
        'replicas': max(len(partition.replicas) for partition in known[resource.name].partitions.values()),
        'settings': {key: entry.value for key, entry in entries.items() if entry.source == ConfigSource.DYNAMIC_TOPIC_CONFIG.value},
    } for resource, entries in settings.items()}


def create_topics(wanted):
    """Tells why a topic could not be made; the others are there."""
    made = admin.create_topics([NewTopic(name, topic['partitions'], topic['replicas'], config=topic['settings']) for name, topic in wanted.items()])
    refused = {name: future.exception(timeout=SECONDS) for name, future in made.items()}
    return {name: error.args[0].str() for name, error in refused.items() if error}


def delete_topics(names):
    done(admin.delete_topics(names, operation_timeout=SECONDS))


def publish(topic, values):
    producer = Producer({**BROKER, 'message.timeout.ms': SECONDS * 1000})
    failed = []
    for value in values:
        producer.produce(topic, value, on_delivery=lambda error, message: failed.append(error) if error else None)
    left = producer.flush(SECONDS)
    if failed or left:
        raise RuntimeError(f'{len(failed) + left} of {len(values)} not published')


def records(topic):
    """Everything that the topic holds."""
    reader = Consumer({**BROKER, 'group.id': 'operators', 'enable.auto.commit': False, 'enable.partition.eof': True})
    partitions = [TopicPartition(topic, number, OFFSET_BEGINNING) for number in reader.list_topics(topic, timeout=SECONDS).topics[topic].partitions]
    reader.assign(partitions)
    values, ended = [], 0
    while ended < len(partitions):
        message = reader.poll(SECONDS)
        if message is None:
            raise RuntimeError(f'{topic} cannot be read to its end')
        if message.error():
            ended += 1
        else:
            values.append(message.value().decode())
    reader.close()
    return values


REQUESTS = {request.__name__: request for request in (
    users, set_passwords, delete_users, acls, create_acls, delete_acls, topics, create_topics, delete_topics, publish, records)}

for line in sys.stdin:
    name, arguments = json.loads(line)
    try:
        answer = {'result': REQUESTS[name](**arguments)}
    except Exception as error:  # told to the one who asked
        answer = {'error': f'{name}: {error}'}
    print(json.dumps(answer), flush=True)
