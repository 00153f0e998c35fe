import { HttpProvider, Locator, Provision, RedisProvider, ServiceProvider } from '../../src';
import { given } from '../../src/backing-services/given';
import { newTopology } from '../support/declare';

const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'a.example', port: 80 }] }) });

test('is a provider of the kind asked for, and of no other', () => {
  const provider = given(HttpProvider, () => provision);
  expect(provider).toBeInstanceOf(HttpProvider);
  expect(provider).toBeInstanceOf(ServiceProvider);
  expect(provider).not.toBeInstanceOf(RedisProvider);
});

test('answers what the function says, which learns where it is asked', () => {
  const shop = newTopology();
  const asked: unknown[] = [];
  const provider = given(HttpProvider, where => {
    asked.push(where);
    return provision;
  });
  expect(provider.provide(shop, 'payments')).toBe(provision);
  expect(asked).toEqual([{ scope: shop, id: 'payments', path: 'chart/shop/payments' }]);
});

test('is told by the name of its kind, as messages tell values', () => expect(given(HttpProvider, () => provision).constructor.name).toBe('HttpProvider'));
