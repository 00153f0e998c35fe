"""Sends a mail for each environment on standard input, as a program of Django does that reads its settings by django-environ.

Argument: the variable that holds the URL.
"""
import smtplib
import sys

import environ
from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend
from each_environment import print_for_each
from smtp_parts import told

VARIABLE = sys.argv[1]
OPTIONS = {"EMAIL_HOST": "host", "EMAIL_PORT": "port", "EMAIL_HOST_USER": "username", "EMAIL_HOST_PASSWORD": "password", "EMAIL_USE_TLS": "use_tls", "EMAIL_USE_SSL": "use_ssl"}

settings.configure(EMAIL_TIMEOUT=10)


def answer():
    read = environ.Env().email_url(VARIABLE)
    try:
        backend = EmailBackend(**{option: read[setting] for setting, option in OPTIONS.items() if setting in read})
        backend.open()
        backend.connection.mail("orders@example.com")
        backend.connection.rcpt("customer@example.com")
        return told(backend.connection.data("Subject: Your order\r\n\r\nIt is on its way.\r\n")[1])
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
