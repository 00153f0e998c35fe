import { Duration } from 'cdk8s';
import { MachineProbe } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test.each<[MachineProbe, string]>([
  [MachineProbe.httpGet(8080), 'GET / at port 8080'], [MachineProbe.httpGet(8443, { path: '/healthz', https: true }), 'HTTPS GET /healthz at port 8443'],
  [MachineProbe.tcpSocket(5432), 'a connection to port 5432'], [MachineProbe.exec(['pg_isready', '-q']), 'pg_isready -q'],
])('is told in a few words (%#)', (probe, words) => expect(probe.inWords).toBe(words));

test('says when it asks, and what is made of the answers', () => {
  const [initialDelay, timeout, period] = [5, 1, 2].map(seconds => Duration.seconds(seconds));
  const options = { initialDelay, timeout, period, successThreshold: 2, failureThreshold: 1 };
  expect(MachineProbe.tcpSocket(8080, options)).toMatchObject(options);
});

test.each<[string, string, () => unknown, string]>([
  ['BST007', 'a port that does not exist', () => MachineProbe.httpGet(0), 'MachineProbe.httpGet'],
  ['BST801', 'a path that no request has', () => MachineProbe.httpGet(80, { path: 'healthz' }), 'MachineProbe.httpGet'],
  ['BST801', 'a path with a parameter', () => MachineProbe.httpGet(80, { path: '/{id}' }), 'MachineProbe.httpGet'],
  ['BST801', 'no program', () => MachineProbe.exec([]), 'MachineProbe.exec'],
  ['BST801', 'two lines', () => MachineProbe.exec(['sh', '-c', 'a\nb']), 'MachineProbe.exec'],
  ['BST511', 'a password in a command', () => MachineProbe.exec(['psql', 'postgres://app:CANARY@localhost/db']), 'MachineProbe.exec'],
  ['BST511', 'a password behind its flag', () => MachineProbe.exec(['mysqladmin', '--password', 'CANARY', 'ping']), 'MachineProbe.exec'],
  ['BST009', 'more seconds than Kubernetes counts', () => MachineProbe.tcpSocket(80, { period: Duration.days(100_000) }), 'MachineProbe.tcpSocket'],
  ['BST009', 'a part of a second', () => MachineProbe.tcpSocket(80, { period: Duration.millis(1500) }), 'MachineProbe.tcpSocket'],
  ['BST009', 'no time', () => MachineProbe.tcpSocket(80, { timeout: Duration.seconds(0) }), 'MachineProbe.tcpSocket'],
  ['BST010', 'a threshold of none', () => MachineProbe.tcpSocket(80, { failureThreshold: 0 }), 'MachineProbe.tcpSocket'],
])('%s: refuses %s', (code, _, call, path) => {
  expectRefusal(call, code, path);
  expect(refusalOf(call).message).not.toContain('CANARY');
});

test('survives hostile text', () => {
  survivesHostileText(text => MachineProbe.exec([text]));
  survivesHostileText(text => MachineProbe.httpGet(80, { path: text }));
});
