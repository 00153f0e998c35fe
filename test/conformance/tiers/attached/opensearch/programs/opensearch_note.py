import hashlib
import os

from opensearchpy import OpenSearch, RequestsHttpConnection
from opensearchpy.exceptions import OpenSearchException


def note(**where):
    """Writes and reads what only this user may: the name is what the server took it for, as each has a document of its own.

    Text would be encoded in Latin-1, which most names are not; bytes are sent as they are.
    """
    user = os.environ["SEARCH_USERNAME"]
    document = {"index": "notes", "id": hashlib.sha256(user.encode()).hexdigest()}
    try:
        client = OpenSearch(
            **where, http_auth=(user.encode(), os.environ["SEARCH_PASSWORD"].encode()), ca_certs=os.environ["SEARCH_CA_FILE"],
            connection_class=RequestsHttpConnection, max_retries=0, timeout=10,
        )
        client.index(**document, body={"user": user})
        return {"answer": client.get(**document)["_source"]["user"]}
    except OpenSearchException as error:
        return {"refused": f"{type(error).__name__}: {error}"}
