import { readFileSync } from 'node:fs';
import { KeyPair } from './certificate-authority';

/** A door of the broker, for clients over SASL_SSL. */
export interface KafkaListener {
  /** Lower-case letters. */
  readonly name: string;
  /** The host name that the broker tells its clients to use. */
  readonly host: string;
  readonly port: number;
  readonly certificate: KeyPair;
  /** Kafka's name of the mechanism. */
  readonly mechanism: string;
  /** User names and passwords that the broker's configuration holds. Only for PLAIN; those of SCRAM are set while it runs. @default - none */
  readonly users?: Readonly<Record<string, string>>;
}

/** Settings of the broker for a listener. Source: https://kafka.apache.org/documentation/#brokerconfigs and #security_sasl */
export function listenerSettings({ name, mechanism, certificate, users = {} }: KafkaListener): Record<string, string> {
  const own = (key: string) => `listener.name.${name}.${key}`;
  return {
    [own('sasl.enabled.mechanisms')]: mechanism,
    [own(`${mechanism.toLowerCase()}.sasl.jaas.config`)]: jaas(mechanism, users),
    [own('ssl.keystore.type')]: 'PEM',
    [own('ssl.keystore.key')]: readFileSync(certificate.keyFile, 'utf8'),
    [own('ssl.keystore.certificate.chain')]: readFileSync(certificate.certificateFile, 'utf8'),
  };
}

function jaas(mechanism: string, users: Readonly<Record<string, string>>): string {
  const module = mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule';
  const options = Object.entries(users).map(([user, password]) => ` user_${user}="${password.replace(/["\\]/g, '\\$&')}"`);
  return `org.apache.kafka.common.security.${module} required${options.join('')};`;
}

/** A file of settings as java.util.Properties reads it, byte by byte as Latin-1. */
export function properties(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings).map(([key, value]) => `${key}=${escaped(value)}\n`).join('');
}

function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/[^\x20-\x7e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
