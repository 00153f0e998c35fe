import hashlib

import botocore.exceptions
import botocore.loaders
import botocore.session
from boto3.session import Session
from botocore.config import Config

# What the services look like is read once for all sessions.
LOADER = botocore.loaders.Loader(include_default_search_paths=True)


def note(user, bucket, addressing_style, **options):
    """Writes and reads what only this user may: the name is what the server took it for, as each has a prefix of its own."""
    session = botocore.session.Session()
    session.register_component("data_loader", LOADER)
    where = {"Bucket": bucket, "Key": f"{hashlib.sha256(user.encode()).hexdigest()}/note"}
    try:
        config = Config(s3={"addressing_style": addressing_style}, retries={"max_attempts": 1}, connect_timeout=10)
        client = Session(botocore_session=session).client("s3", config=config, **options)
        client.put_object(**where, Body=user.encode())
        return {"answer": client.get_object(**where)["Body"].read().decode()}
    except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
