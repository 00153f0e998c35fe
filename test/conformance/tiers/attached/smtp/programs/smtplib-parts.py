"""Sends a mail for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Argument: the beginning of the names of its variables.
"""
import smtplib
import ssl

from each_environment import print_for_each
from smtp_parts import message, part, told


def answer():
    try:
        with connected(ssl.create_default_context(cafile=part("CA"))) as client:
            client.login(part("USERNAME"), part("PASSWORD"))
            client.mail(part("FROM"))
            client.rcpt("customer@example.com")
            return told(client.data(message().as_bytes())[1])
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def connected(context):
    if part("SSL") == "true":
        return smtplib.SMTP_SSL(part("HOST"), int(part("PORT")), timeout=10, context=context)
    client = smtplib.SMTP(part("HOST"), int(part("PORT")), timeout=10)
    if part("STARTTLS") == "true":
        client.starttls(context=context)
    return client


if __name__ == "__main__":
    print_for_each(answer)
