"""Mail servers that know the logins of a file, and answer each mail with whom they took its sender for.

Arguments: JSON file of logins, file of the certificate, file of its key, port in the clear.
"""
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

LOGINS_FILE, CERTIFICATE, KEY, CLEAR_PORT = sys.argv[1:]

with open(LOGINS_FILE, encoding="utf-8") as file:
    LOGINS = {login["username"].encode(): login["password"].encode() for login in json.load(file)}

TLS = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
TLS.load_cert_chain(CERTIFICATE, KEY)


class Server(SMTP):
    # RFC 4954 (4.): as long as the line of a login may be. aiosmtpd has the limit of other commands.
    line_length_limit = 12288

    def __init__(self, **options):
        super().__init__(Answering(), hostname="smtp.example.com", auth_required=True, authenticator=authenticate, **options)
        self.command_size_limits["AUTH"] = self.line_length_limit


class Answering:
    async def handle_DATA(self, server, session, envelope):
        return f"250 {base64.b64encode(session.auth_data.login).decode()}"


def authenticate(_server, _session, _envelope, _mechanism, given):
    return AuthResult(success=LOGINS.get(given.login) == given.password, auth_data=given)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_server(lambda: Server(tls_context=TLS, require_starttls=True, auth_require_tls=True), "127.0.0.1", 587)
    await loop.create_server(lambda: Server(auth_require_tls=False), "127.0.0.1", 465, ssl=TLS)
    await loop.create_server(lambda: Server(auth_require_tls=False), "127.0.0.1", int(CLEAR_PORT))
    print("listening", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
