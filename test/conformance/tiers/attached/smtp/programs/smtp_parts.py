import base64
import os
import sys
from email.message import EmailMessage

PREFIX = sys.argv[1]


def part(name):
    return os.environ[f"{PREFIX}_{name}"]


def message():
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = part("FROM"), "customer@example.com", "Your order"
    mail.set_content("It is on its way.")
    return mail


def told(response):
    """Whom the server took the sender for."""
    return {"answer": base64.b64decode(response).decode()}
