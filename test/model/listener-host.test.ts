import { isWithin } from '../../src/model/listener-host';

test.each([
  ['shop.example.com', '*', true], ['shop.example.com', 'shop.example.com', true], ['shop.example.com', '*.example.com', true], ['*.shop.example.com', '*.example.com', true],
  ['*', '*', true], ['*', '*.example.com', false], ['example.com', '*.example.com', false], ['*.example.com', 'shop.example.com', false], ['a.example.org', '*.example.com', false],
])('%s is within %s: %s', (host, wider, expected) => expect(isWithin(host, wider)).toBe(expected));
