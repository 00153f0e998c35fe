import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenerSettings, properties } from './kafka-listener';

const folder = mkdtempSync(join(tmpdir(), 'listener-'));
const certificate = { keyFile: join(folder, 'key'), certificateFile: join(folder, 'certificate') };
writeFileSync(certificate.keyFile, 'KEY\n');
writeFileSync(certificate.certificateFile, 'CERTIFICATE\n');
const door = { name: 'door', host: 'kafka.example.com', port: 9093, certificate };

test('a listener has a mechanism and a certificate of its own', () => {
  expect(listenerSettings({ ...door, mechanism: 'SCRAM-SHA-512' })).toEqual({
    'listener.name.door.sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.door.scram-sha-512.sasl.jaas.config': 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'listener.name.door.ssl.keystore.type': 'PEM',
    'listener.name.door.ssl.keystore.key': 'KEY\n',
    'listener.name.door.ssl.keystore.certificate.chain': 'CERTIFICATE\n',
  });
});

test('a password survives the login module\'s quotes', () => {
  const { 'listener.name.door.plain.sasl.jaas.config': login } = listenerSettings({ ...door, mechanism: 'PLAIN', users: { app: 'a"b\\c' } });
  expect(login).toBe('org.apache.kafka.common.security.plain.PlainLoginModule required user_app="a\\"b\\\\c";');
});

test('a value survives the file of settings', () => {
  expect(properties({ a: 'x\\y\nz', b: 'ü=1' })).toBe('a=x\\\\y\\nz\nb=\\u00fc=1\n');
});
