"""Binds and searches once for each environment on standard input, as a program in such a container does, and says whose entry it may read."""
import os
import ssl

import ldap3
from each_environment import print_for_each
from ldap3.core.exceptions import LDAPException


def answer():
    tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=os.environ["LDAP_CA"])
    server = ldap3.Server(os.environ["LDAP_HOST"], int(os.environ["LDAP_PORT"]), use_ssl=os.environ["LDAP_SSL"] == "true", tls=tls, connect_timeout=10, get_info=ldap3.NONE)
    begin = ldap3.AUTO_BIND_TLS_BEFORE_BIND if os.environ["LDAP_START_TLS"] == "true" else ldap3.AUTO_BIND_NO_TLS
    try:
        with ldap3.Connection(server, os.environ["LDAP_BIND_DN"], os.environ["LDAP_PASSWORD"], auto_bind=begin, receive_timeout=10) as connection:
            connection.search(os.environ["LDAP_BASE_DN"], "(objectClass=person)", attributes=["cn"])
            return {"answer": ",".join(str(entry.cn) for entry in connection.entries)}
    except LDAPException as error:
        return {"refused": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print_for_each(answer)
