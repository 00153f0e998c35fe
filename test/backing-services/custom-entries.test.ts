import { BindingEntry, BindingValue, Credential, CredentialPart, KubernetesSecret, Locator } from '../../src';
import { assertTexts, partEntries, textEntries } from '../../src/backing-services/custom-entries';
import { readable } from '../support/declare';

const locator = Locator.external({ addresses: [{ host: 'a.example', port: 22 }] });
const texts = (said: Record<string, string>, credential?: Credential) => readable(textEntries(assertTexts(said, 'p'), partEntries(locator, credential), 'p'));

test('text that is put together from Secrets of others is a variable alone, because Kubernetes makes files of whole keys', () => {
  const credential = KubernetesSecret.existing('sftp', { reason: 'made by the data team' }).credential({ username: 'user', password: 'pass' });
  const said = { url: 'sftp://{username:none}:{password:none}@{host}', user: '{username}' };
  expect(Object.keys(texts(said, credential)).sort()).toEqual(['(user)', 'URL', 'USER']);
});

test('a text that is no secret stands in a text as it is', () => {
  const credential = Credential.of({ database: CredentialPart.text('orders') });
  expect(texts({ url: 'x://{host}/{database}' }, credential)).toEqual({ 'URL': 'x://a.example/orders', '(url)': 'x://a.example/orders' });
});

test('roles are sorted, and held so', () => {
  const said = assertTexts({ b: '{host}', a: '{port}' }, 'p');
  expect([Object.keys(said), Object.isFrozen(said)]).toEqual([['a', 'b'], true]);
});

test('the servers are found by texts where there is one, and told where there are several', () => {
  const role = (of: Locator) => partEntries(of, undefined).find(entry => entry.role === 'servers')!;
  expect(role(locator)).toEqual(BindingEntry.of('servers', BindingValue.literal('a.example:22')));
});
