import { Tls } from '../../src';
import { brokerAddresses, managedServers } from '../../src/backing-services/managed-kafka';
import { expectRefusal } from '../support/declare';

const form = { what: 'a broker of Acme', pattern: /^[a-z0-9]+\.acme\.example$/, like: 'a host such as "b1.acme.example"' };

test('all brokers have hosts beside that of the first', () => {
  const addresses = brokerAddresses(managedServers(['b1.acme.example:9092', 'b2.acme.example:9092'], form, 'p'), Tls.byClient());
  expect(addresses.map(({ role, host, port, tls }) => [role, host, port, tls!.namesServer])).toEqual([
    [undefined, 'b1.acme.example', 9092, true], ['alternate', 'b2.acme.example', 9092, true], ['member', '*.acme.example', 9092, true],
  ]);
});

test('BST801: refuses a server of somebody else', () => expectRefusal(() => managedServers(['b1.acme.example:1', 'b.example:1'], form, 'p'), 'BST801', 'p', '"b.example" cannot be a broker of Acme'));
