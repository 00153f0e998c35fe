import { AddressRole, ExternalAddressProps, Locator } from '../../src';
import { assertEndpoints } from '../../src/model/endpoint-rules';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

const at = (endpoints?: string[], host = 'db.example.com', ...others: ExternalAddressProps[]) => (
  assertEndpoints(Locator.external({ addresses: [{ host, port: 5432 }, ...others], endpoints }), 'p'));
const beside = (host: string, role = AddressRole.MEMBER) => ({ host, port: 5433, role });

test.each<[string, () => void]>([
  ['none', () => at()], ['none of several hosts', () => at(undefined, 'db.example.com', beside('*.example.com'))], ['none of an IP address', () => at(undefined, '203.0.113.7')],
  ['one of a name', () => at(['203.0.113.7'])], ['several of both families, also within', () => at(['10.0.0.7', '203.0.113.7', '2001:db8::7', 'fd00::7'])],
  ['those of a host at two ports', () => at(['203.0.113.7'], 'db.example.com', beside('db.example.com'))],
  ['as many as an entry takes', () => at(Array.from({ length: 4096 }, (_, i) => `10.0.${Math.floor(i / 256)}.${i % 256}`))],
])('takes %s', (_, call) => expect(call).not.toThrow());

test.each<[string, () => void, string, string]>([
  ['an empty list', () => at([]), 'an empty list of endpoints', 'leave endpoints out'],
  ['those of several hosts', () => at(['203.0.113.7'], 'db.example.com', beside('b.example.com'), beside('c.example.com')), 'it has 3 hosts, and endpoints', 'declare a service for each host'],
  ['those of a wildcard', () => at(['203.0.113.7'], 'db.example.com', beside('*.example.com')), 'it has 2 hosts, and endpoints', 'leave endpoints out'],
  ['those of a host for running it', () => at(['203.0.113.7'], 'db.example.com', beside('b.example.com', AddressRole.MANAGEMENT)), 'it has 2 hosts', 'a service for each host'],
  ['those of an IP address', () => at(['203.0.113.7'], '203.0.113.7'), 'its host "203.0.113.7" is an IP address', 'give the DNS name'],
  ['one twice', () => at(['203.0.113.7', '2001:db8::7', '203.0.113.7']), 'the endpoint "203.0.113.7" is given twice', 'give it once'],
  ['more than an entry takes', () => at(Array.from({ length: 4097 }, (_, i) => `10.0.${Math.floor(i / 256)}.${i % 256}`)), 'it has 4097 endpoints: allowed are 4096', 'a load balancer'],
])('BST016: refuses %s', (_, call, problem, fix) => expectRefusal(call, 'BST016', 'p', problem, fix));

test.each(['db1.example.com', 'localhost', '', '10.0.0.0/8', '10.0.0', '10.0.0.256', '*', '203.0.113.7:5432', 'fe80::1%eth0'])('BST801: refuses the endpoint %j, which is no IP address', endpoint =>
  expectRefusal(() => at([endpoint]), 'BST801', 'p', 'cannot be an endpoint: allowed is an IP address', 'the IP address of each server'));

test.each([['[2001:db8::7]', '2001:db8::7'], ['2001:DB8::7', '2001:db8::7'], ['::ffff:203.0.113.7', undefined], ['::ffff:cb00:7107', '203.0.113.7']])(
  'BST801: refuses the endpoint %j in another notation than everybody\'s', (endpoint, written) =>
    expectRefusal(() => at([endpoint]), 'BST801', 'p', `"${endpoint}" cannot be an endpoint`, ...written === undefined ? [] : [`write "${written}"`]));

test.each([['127.0.0.1', 'the pod of whoever dials it'], ['::1', 'the pod'], ['0.0.0.0', 'no address of a server'], ['::', 'no address'], ['224.0.0.1', 'an address of many'],
  ['fe80::1', 'an address of one link'], ['240.240.0.1', 'reserved']])('BST032: refuses the endpoint %s, which is no server outside', (endpoint, why) =>
  expectRefusal(() => at([endpoint]), 'BST032', 'p', `the endpoint "${endpoint}" is not outside of the cluster: it is`, why));

test.each([['BST511', 'app:CANARY@10.0.0.1'], ['BST801', 'CANARY!']])('%s: does not repeat a credential in an endpoint', (code, endpoint) => {
  expectRefusal(() => at([endpoint]), code, 'p', 'not repeated here');
  expect(refusalOf(() => at([endpoint])).message).not.toContain('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => at([text])));
