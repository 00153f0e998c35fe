import {
  BackingService, Credential, CredentialPart, GrpcProvider, GrpcService, HttpProvider, HttpService, Kafka, KafkaProvider, Postgres, PostgresProvider,
  Redis, RedisProvider, SmtpProvider, SmtpServer, TcpProvider, TcpService, Tls,
} from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

const credentials = vault.secret('x');
const OR = 'or acknowledge this where the network on the way is yours or the protocol tells no secret';
const redis = (d: Declaration, tls?: Tls, given: Credential | undefined = credentials) => new Redis(d.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', tls, credentials: given }) });
const finding = (service: string, host: string, fix: string) => [`warning ${service}: "web" would send a credential to ${host} in the clear; ${fix}, ${OR}`];
const BY_CLIENT = 'give the provider tls: Tls.byClient()';

describe('BST526 credential-in-the-clear', () => {
  test.each<[string, (declared: Declaration) => BackingService, string[]]>([
    ['finds a Redis outside that is sent a password', d => redis(d, Tls.NONE), finding('cache', 'c.example.com', BY_CLIENT)],
    ['finds a TCP service, which encrypts only if told', d => new TcpService(d.topology, 'ldap', { provider: TcpProvider.external({ host: 'l.example.com', port: 389, credentials }) }),
      finding('ldap', 'l.example.com', BY_CLIENT)],
    ['finds a database', d => new Postgres(d.topology, 'db', { provider: PostgresProvider.external({ host: 'd.example.com', database: 'd', tls: Tls.NONE, credentials }) }),
      finding('db', 'd.example.com', 'give the provider tls: Tls.inProtocol()')],
    ['finds a mail server', d => new SmtpServer(d.topology, 'mail', { provider: SmtpProvider.external({ host: 'm.example.com', tls: Tls.NONE, credentials }) }),
      finding('mail', 'm.example.com', 'give the provider tls: Tls.inProtocol()')],
    ['accepts one that clients encrypt to', d => redis(d), []],
    ['accepts one that clients agree on TLS with', d => redis(d, Tls.inProtocol()), []],
    ['accepts one that is sent nothing', d => new Redis(d.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', tls: Tls.NONE }) }), []],
    ['accepts one that is told what is no secret', d => new TcpService(d.topology, 'ldap', {
      provider: TcpProvider.external({ host: 'l.example.com', port: 389, credentials: Credential.of({ username: CredentialPart.text('reader') }) }) }), []],
    ['leaves the cluster to the mesh', d => new Redis(d.topology, 'cache', { provider: RedisProvider.inCluster({ service: 'c', namespace: 'n', credentials }) }), []],
  ])('%s', (_, serviceOf, expected) => {
    const declared = new Declaration();
    declared.workload('web').uses(serviceOf(declared));
    expect(declared.found('BST526')).toEqual(expected);
  });

  test.each([['http', 1], ['https', 0]])('finds a token that is sent by %s: %i', (scheme, count) => {
    const declared = new Declaration();
    declared.workload('web').calls(new HttpService(declared.topology, 'api', { provider: HttpProvider.external(`${scheme}://a.example.com`, { credentials: vault.secret('x', { token: 't' }) }) }));
    expect(declared.found('BST526')).toEqual(count === 0 ? [] : finding('api', 'a.example.com', 'give an https URL'));
  });

  test('finds a Kafka', () => {
    const declared = new Declaration();
    const provider = KafkaProvider.external({ bootstrapServers: ['k.example.com:9092'], tls: Tls.NONE, credentials });
    declared.workload('web').publishes(new Kafka(declared.topology, 'kafka', { provider }).existingTopic('orders'));
    expect(declared.found('BST526')).toEqual(finding('kafka', 'k.example.com', BY_CLIENT));
  });

  test('finds a gRPC service, which has no URL', () => {
    const declared = new Declaration();
    declared.workload('web').calls(new GrpcService(declared.topology, 'api', { provider: GrpcProvider.external({ host: 'g.example.com', tls: Tls.NONE, credentials }) }));
    expect(declared.found('BST526')).toEqual(finding('api', 'g.example.com', BY_CLIENT));
  });

  test('says nothing of what nobody uses', () => {
    const declared = new Declaration();
    redis(declared, Tls.NONE);
    expect(declared.found('BST526')).toEqual([]);
  });
});
