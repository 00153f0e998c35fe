import { assertListenerPort, isWithin } from '../../src/model/listener-host';
import { expectRefusal } from '../support/declare';

test.each([
  ['shop.example.com', '*', true], ['shop.example.com', 'shop.example.com', true], ['shop.example.com', '*.example.com', true], ['*.shop.example.com', '*.example.com', true],
  ['*', '*', true], ['*', '*.example.com', false], ['example.com', '*.example.com', false], ['*.example.com', 'shop.example.com', false], ['a.example.org', '*.example.com', false],
])('%s is within %s: %s', (host, wider, expected) => expect(isWithin(host, wider)).toBe(expected));

test.each([1, 80, 14999, 15003, 15012, 15017, 15091, 65535])('a gateway may listen at port %i', port => expect(assertListenerPort(port, 'door')).toBe(port));

test.each([15000, 15021, 15090])('BST049: at port %i the proxy listens itself', port => expectRefusal(() => assertListenerPort(port, 'door'), 'BST049', 'door', `port ${port}`));

test('BST007: a port that is none', () => expectRefusal(() => assertListenerPort(65536, 'door'), 'BST007', 'door', '1..65535'));
