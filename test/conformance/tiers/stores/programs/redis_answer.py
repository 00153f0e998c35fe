"""What a Redis server answers to a command, for programs that differ in how they connect."""
import redis


def answer_of(connect, command):
    try:
        with connect() as client:
            return {"answer": text(client.execute_command(*command))}
    except redis.ResponseError as error:
        return {"failed": str(error)}
    except (redis.RedisError, ValueError, KeyError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def text(reply):
    return reply.decode() if isinstance(reply, bytes) else str(reply)
