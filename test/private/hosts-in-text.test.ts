import * as fc from 'fast-check';
import { hostsInText } from '../../src/private/hosts-in-text';

const hosts = (text: string) => hostsInText(text).map(({ host, port, inUrl }) => `${inUrl ? '//' : ''}${host}${port === undefined ? '' : `:${port}`}`);

test.each<[string, string[]]>([
  ['orders:8080', ['orders:8080']], ['http://orders', ['http', '//orders']], ['https://Orders.Shop.svc:443/v1', ['https', '//orders.shop.svc:443']],
  ['postgres://user:p%40ss@db.shop.svc.cluster.local:5432/app', ['postgres', '//db.shop.svc.cluster.local:5432']], ['user@mail.example.com', ['user', 'mail.example.com']],
  ['a:9092,b.:9093', ['a:9092', 'b:9093']], ['$(LDAP_HOST)', []], ['a_b', []], ['registry/orders:80', ['registry', '80']], ['-a', []], ['', []], ['a:123456', ['a', '123456']],
])('%j names %j', (text, expected) => expect(hosts(text)).toEqual(expected));

test('a document names none', () => expect(hosts(`${'a '.repeat(2048)}b`)).toEqual([]));

test('no text takes long, or gives a host that cannot be one', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ':', '@', '/', '1', ' ', '_'), maxLength: 4096 }), text => {
  for (const { host } of hostsInText(text)) if (!/^[a-z0-9][-a-z0-9.]*$/.test(host) || host.includes('..')) throw new Error(host);
}), { numRuns: 300 }));
