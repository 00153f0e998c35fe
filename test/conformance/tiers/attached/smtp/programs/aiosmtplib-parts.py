"""Sends a mail for each environment on standard input, as a program in such a container does, and says whom the server took it for.

Argument: the beginning of the names of its variables.
"""
import asyncio

import aiosmtplib
from each_environment import print_for_each
from smtp_parts import message, part, told


def answer():
    try:
        _, response = asyncio.run(aiosmtplib.send(
            message(), hostname=part("HOST"), port=int(part("PORT")), username=part("USERNAME"), password=part("PASSWORD"),
            start_tls=part("STARTTLS") == "true", use_tls=part("SSL") == "true", cert_bundle=part("CA"), timeout=10,
        ))
        return told(response)
    except (aiosmtplib.SMTPException, OSError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
