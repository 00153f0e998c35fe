import { Yaml } from 'cdk8s';
import { isSurelyPlain } from '../../src/synthesis/plain-text';
import { HAZARDS } from './support/strings';

const PLAIN = HAZARDS.filter(isSurelyPlain);

test.each([
  'a', 'Service', 'networking.istio.io/v1', 'cluster.local/ns/shop/sa/web', 'yes-man', 'nulls', 'e', 'ex', 'e9a', 'e-', 'http://a:80/b?c=d#e', 'a :b',
  'a  b', 'rediss://:{{ .password | urlquery | replace "+" "%20" }}@cache:6379/0',
])('%j is surely plain', text => expect(isSurelyPlain(text)).toBe(true));

test.each([
  '', '1', '8080', '10s', '.', '-a', '_a', ' a', 'a ', 'a  ', 'a:', 'a: b', 'a:  b', 'a #b', 'a  #b', 'y', 'No', 'TRUE', 'off', 'Null', 'e9', 'E+05', 'e-1',
  'é', 'aé', 'a\n', 'a\nb', 'a\tb', 'a\u2028---', '"a"', '$(A)', '{{ a }}', '/a', '*', '\u017f', 'a\u017f', '\u212a', 'a\u212a',
])('%j is not, or not surely', text => expect(isSurelyPlain(text)).toBe(false));

test('what is surely plain is written as it stands: as an item, as a value, and as a key in any map', () => {
  const written = (document: unknown) => Yaml.stringify(document).trimEnd().split('\n');
  const keys = PLAIN.filter(text => text.length <= 1024);
  const map = Object.fromEntries(keys.map(key => [key, 0]));
  expect(keys.length).toBeGreaterThan(1000);
  expect(written(PLAIN)).toEqual(PLAIN.map(text => `- ${text}`));
  expect(written(Object.fromEntries(PLAIN.map((text, i) => [`k${i}`, text])))).toEqual(PLAIN.map((text, i) => `k${i}: ${text}`));
  expect(written(map)).toEqual(keys.map(key => `${key}: 0`));
  expect(written({ map })).toEqual(['map:', ...keys.map(key => `  ${key}: 0`)]);
  expect(written([map])).toEqual(keys.map((key, i) => `${i === 0 ? '-' : ' '} ${key}: 0`));
});
