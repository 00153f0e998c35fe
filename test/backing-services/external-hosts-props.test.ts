import { Tls } from '../../src';
import { addressesOf } from '../../src/backing-services/external-hosts-props';

test('the first host is the primary one, others are tried like it, and those that clients learn of are members; each once', () => {
  const addresses = addressesOf(['a.example', 'b.example', 'a.example'], 4222, Tls.NONE, ['*.c.example', 'b.example', 'a.example', '*.c.example']);
  expect(addresses.map(({ host, role }) => [host, role])).toEqual([['a.example', undefined], ['b.example', 'alternate'], ['*.c.example', 'member']]);
  expect(addresses.every(({ port, tls }) => port === 4222 && tls === Tls.NONE)).toBe(true);
});
