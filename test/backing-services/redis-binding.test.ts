import * as fc from 'fast-check';
import { BindingValue, Locator, Tls } from '../../src';
import { clusterEntries, part, sentinelEntries, singleEntries } from '../../src/backing-services/redis-binding';
import { textOf, vault } from '../support/declare';
import { percentEncoded, render } from '../support/external-secrets-operator';

const { addresses } = Locator.external({ addresses: [
  { host: '2001:db8::7', port: 6379, tls: Tls.byClient() }, { host: 'b.example', port: 6379, tls: Tls.byClient(), role: 'alternate' as never },
] });
const credential = vault.secret('rw');
const database = BindingValue.literal('0');

/** What a URL is with these in place of the references. */
const filled = (value: BindingValue, secrets: Record<string, string>) => value.parts.map(({ literal, name, encoding }) => literal
  ?? (encoding === 'percent' ? [...Buffer.from(secrets[name!])].map(percentEncoded).join('') : render(`{{ .${name} }}`, new Map(Object.entries(secrets))))).join('');

test('URLs of all forms give any user and password back to a reader of URLs', () => {
  const urls = [
    singleEntries({ address: addresses[0], credential }, database, true)[0].value, clusterEntries(addresses, credential)[0].value,
    sentinelEntries([addresses[1]], 'mymaster', database, credential).at(-1)!.value,
  ];
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }), (username, password) => {
    for (const url of urls) {
      const read = new URL(filled(url, { username, password }));
      if (decodeURIComponent(read.username) !== username || decodeURIComponent(read.password) !== password) throw new Error(read.protocol);
    }
  }), { numRuns: 60 });
});

test('a part that a credential lacks is not told', () => expect([part(credential, 'ca'), part(undefined, 'password')]).toEqual([[], []]));

test('an IPv6 address stands in brackets wherever a port follows it', () => {
  const texts = clusterEntries(addresses, undefined).map(({ role, value }) => [role, textOf(value)]);
  expect(Object.fromEntries(texts)).toMatchObject({
    'url': 'rediss://[2001:db8::7]:6379', 'nodes': '[2001:db8::7]:6379,b.example:6379', 'host': '2001:db8::7', 'connection-string': '[2001:db8::7]:6379,b.example:6379,ssl=true',
  });
});
