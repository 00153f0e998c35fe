"""Whom a broker took a client for, for programs that differ in how they connect."""
import pika
from pika.exceptions import AMQPError


def answer_of(parameters):
    try:
        connection = pika.BlockingConnection(parameters)
    except (AMQPError, OSError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    try:
        return {"answer": validated(connection.channel(), parameters.credentials.username)}
    except AMQPError as error:
        return {"failed": str(error)}
    finally:
        if connection.is_open:
            connection.close()


def validated(channel, user):
    """A broker takes no message of another user than that of the connection. Source: https://www.rabbitmq.com/docs/validated-user-id"""
    queue = channel.queue_declare("", exclusive=True).method.queue
    channel.basic_publish("", queue, b"", pika.BasicProperties(user_id=user))
    return channel.basic_get(queue, auto_ack=True)[1].user_id
