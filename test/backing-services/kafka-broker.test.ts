import { parseBroker } from '../../src/backing-services/kafka-broker';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test.each([
  [['k.example:9092'], [], { host: 'k.example', port: 9092, moreHosts: [] }],
  [['a.example:9092', 'b.example:9092'], [], { host: 'a.example', port: 9092, moreHosts: ['b.example'] }],
  [['a.example:9092', 'b.example:9092'], ['*.example', 'b.example'], { host: 'a.example', port: 9092, moreHosts: ['b.example', '*.example'] }],
  [['a.example:9092', 'a.example:9092'], ['a.example'], { host: 'a.example', port: 9092, moreHosts: [] }],
])('%j and %j are %j, each host once', (brokers, hosts, parsed) => expect(parseBroker(brokers, hosts, 'p')).toEqual(parsed));

test.each([
  [[], 'there is no bootstrap server'], [['a.example'], '"a.example" is no bootstrap server'], [['a.example:9092', 'b.example:9093'], 'different ports'],
  [['SASL_SSL://a.example:9092'], 'is no bootstrap server'], [['a.example:9092,b.example:9092'], 'is no bootstrap server'], [['a.example: 9092'], 'is no bootstrap server'], [[''], '"" is no'],
])('BST014: refuses %j', (brokers, words) =>
  expectRefusal(() => parseBroker(brokers, [], 'shop/kafka'), 'BST014', 'shop/kafka', words, 'allowed is host:port, the same port for all', 'without a scheme'));

test.each([[['A.example:9092'], []], [['10.0.0.1:9092'], []], [['a.example:9092'], ['*.*.example']], [['a.example:9092'], ['*']]])('BST801: refuses the hosts %j and %j', (brokers, hosts) =>
  expectRefusal(() => parseBroker(brokers, hosts, 'shop/kafka'), 'BST801', 'shop/kafka', 'cannot be a host', 'a lower-case DNS name'));

test.each(['a.example:0', 'a.example:65536'])('BST007: refuses %s', broker =>
  expectRefusal(() => parseBroker([broker], [], 'shop/kafka'), 'BST007', 'shop/kafka', '1..65535'));

test.each([[['app:CANARY@a.example:9092'], []], [['SASL_SSL://app:CANARY@a.example:9092'], []], [['a.example:9092'], ['app:CANARY@b']]])(
  'BST511: refuses credentials and does not repeat them', (brokers, hosts) => {
    expectRefusal(() => parseBroker(brokers, hosts, 'shop/kafka'), 'BST511', 'shop/kafka', 'not repeated here');
    expect(refusalOf(() => parseBroker(brokers, hosts, 'shop/kafka')).message).not.toContain('CANARY');
  });

test('survives hostile text', () => {
  survivesHostileText(text => parseBroker([text], [], 'p'));
  survivesHostileText(text => parseBroker([`${text}:9092`], [], 'p'));
  survivesHostileText(text => parseBroker(['a:1'], [text], 'p'));
});
