import { parseServers } from '../../src/backing-services/kafka-broker';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test.each([
  [['k.example:9092'], [], ['k.example:9092'], []],
  [['a.example:9092', 'b.example:9092'], [], ['a.example:9092', 'b.example:9092'], []],
  [['a.example:9092', 'b.example:9092'], ['*.example', 'b.example'], ['a.example:9092', 'b.example:9092'], ['*.example:9092']],
  [['203.0.113.7:9092', '[2001:db8::7]:9092'], ['203.0.113.8'], ['203.0.113.7:9092', '2001:db8::7:9092'], ['203.0.113.8:9092']],
  [['a.example:9092', 'a.example:9092'], ['a.example', 'b.example', 'b.example'], ['a.example:9092'], ['b.example:9092']],
])('%j and %j are %j and %j, each host once', (servers, hosts, ...expected) => {
  const { bootstrap, brokers } = parseServers(servers, hosts, 'p');
  expect([bootstrap, brokers].map(list => list.map(({ host, port }) => `${host}:${port}`))).toEqual(expected);
});

test.each([
  [[], 'there is no bootstrap server'], [['k.example:9092', 'a.example'], 'bootstrapServers[1] (not repeated here) is no bootstrap server'], [['a.example:9092', 'b.example:9093'], 'different ports'],
  [['SASL_SSL://a.example:9092'], 'is no bootstrap server'], [['a.example:9092,b.example:9092'], 'is no bootstrap server'], [['a.example: 9092'], 'is no bootstrap server'], [[''], 'is no'], [['2001:db8::7:9092'], 'is no bootstrap server'],
])('BST027: refuses %j', (brokers, words) =>
  expectRefusal(() => parseServers(brokers, [], 'shop/kafka'), 'BST027', 'shop/kafka', words, 'allowed is host:port, the same port for all', 'without a scheme'));

test.each([[['A.example:9092'], []], [['10.0.0:9092'], []], [['a.example:9092'], ['*.*.example']], [['a.example:9092'], ['*']]])('BST801: refuses the hosts %j and %j', (brokers, hosts) =>
  expectRefusal(() => parseServers(brokers, hosts, 'shop/kafka'), 'BST801', 'shop/kafka', 'cannot be a host', 'a lower-case DNS name'));

test.each(['a.example:0', 'a.example:65536'])('BST007: refuses %s', broker =>
  expectRefusal(() => parseServers([broker], [], 'shop/kafka'), 'BST007', 'shop/kafka', '1..65535'));

test.each([[['app:CANARY@a.example:9092'], []], [['SASL_SSL://app:CANARY@a.example:9092'], []], [['a.example:9092'], ['app:CANARY@b']]])(
  'BST511: refuses credentials and does not repeat them', (brokers, hosts) => {
    expectRefusal(() => parseServers(brokers, hosts, 'shop/kafka'), 'BST511', 'shop/kafka', 'not repeated here');
    expect(refusalOf(() => parseServers(brokers, hosts, 'shop/kafka')).message).not.toContain('CANARY');
  });

test.each(['apikey:CANARY', 'CANARY'])('BST027: does not repeat %s in place of a server', server =>
  expect(refusalOf(() => parseServers([server], [], 'p')).message).toMatch(/^BST027 (?!.*CANARY)/));

test('survives hostile text', () => {
  survivesHostileText(text => parseServers([text], [], 'p'));
  survivesHostileText(text => parseServers([`${text}:9092`], [], 'p'));
  survivesHostileText(text => parseServers(['a:1'], [text], 'p'));
});
