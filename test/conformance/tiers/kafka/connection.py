"""How to enter the cluster: what the platform told this program, and nothing else."""
import os
from pathlib import Path


def from_variables():
    """As a twelve-factor program reads it."""
    known = {
        'bootstrap.servers': os.environ['KAFKA_BROKERS'],
        'security.protocol': os.environ['KAFKA_SECURITY_PROTOCOL'],
        'sasl.mechanism': os.environ['KAFKA_SASL_MECHANISM'],
        'sasl.username': os.environ['KAFKA_USERNAME'],
        'sasl.password': os.environ['KAFKA_PASSWORD'],
    }
    # Without an authority of its own, the service is one that every machine trusts.
    return {**known, 'ssl.ca.location': os.environ['KAFKA_CA_FILE']} if 'KAFKA_CA_FILE' in os.environ else known


def from_files():
    """As a program reads it that knows the Service Binding specification: it looks for a binding of its type."""
    root = Path(os.environ['SERVICE_BINDING_ROOT'])
    binding = next(folder for folder in sorted(root.iterdir()) if (folder / 'type').read_text() == 'kafka')
    return {
        'bootstrap.servers': (binding / 'bootstrap-servers').read_text(),
        'security.protocol': (binding / 'securityProtocol').read_text(),
        'sasl.mechanism': (binding / 'saslMechanism').read_text(),
        'sasl.username': (binding / 'username').read_text(),
        'sasl.password': (binding / 'password').read_text(),
        'ssl.ca.location': str(binding / 'ca.crt'),
    }
