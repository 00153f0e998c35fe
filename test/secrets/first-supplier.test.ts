import { Credential, CredentialPart, EnvNames, FirstSupplier, Redis, RedisProvider, SecretBindings, SecretEncoding, Secrets, SecretStore, UseOptions } from '../../src';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

const vault = SecretStore.vaultKeyValue('vault', { mount: 'kv' });
const items = SecretStore.onePassword('Shop');
const apart = { envNames: EnvNames.map({ REDIS_USER: '{username}', REDIS_PASSWORD: '{password}' }) };
let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

function use(id: string, credentials: Credential, options: UseOptions = {}): void {
  const provider = RedisProvider.external({ host: `${id}.example.com`, credentials });
  declared.workload(`of-${id}`).uses(new Redis(declared.topology, id, { provider }), options);
}

const bind = (...[first, ...others]: Parameters<typeof Secrets.firstOf>) => (
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.firstOf(first, ...others) }));

test('each credential is supplied by who fetches it, as that one can: composed by one, under its own keys by another, with a volume by a third', () => {
  use('a', vault.secret('a'));
  use('b', items.secret('B', { username: 'Login', password: 'Word' }), apart);
  use('c', SecretStore.of('AwsSecretsManager', 'eu-west-1').secret('c'), apart);
  bind(Secrets.vaultSecretsOperator(), Secrets.firstOf(Secrets.onePassword(), Secrets.secretsStoreCsi()));
  expect(emitted(declared.chart).map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
    'VaultStaticSecret of-a-a', 'OnePasswordItem of-b-b', 'SecretProviderClass of-c-c',
  ]);
});

test('of two that fetch a credential the first does', () => {
  use('a', vault.secret('a'), apart);
  bind(Secrets.secretsStoreCsi(), Secrets.vaultSecretsOperator());
  expect(emitted(declared.chart).map(({ kind }) => kind)).toEqual(['SecretProviderClass']);
});

test('BST519: a credential that none fetches is found, with the names of all', () => {
  use('a', SecretStore.cluster('other').secret('a'));
  bind(Secrets.vaultSecretsOperator(), Secrets.onePassword());
  expect(declared.findings('BST519').map(({ problem }) => problem)).toEqual([
    'the Vault Secrets Operator or the 1Password operator does not fetch the credentials of a from ClusterSecretStore other',
  ]);
});

test('BST519: what is read from one Secret is of one supplier, and what keeps that one from it is said', () => {
  use('a', Credential.of({ username: items.property('A', 'u'), password: vault.property('a', 'p') }), apart);
  use('b', Credential.of({ username: items.property('A', 'u'), password: items.property('B', 'p') }), apart);
  bind(Secrets.vaultSecretsOperator(), Secrets.onePassword());
  expect(declared.findings('BST519').map(({ problem }) => problem.replace(/^.*credentials of/, ''))).toEqual([
    ' a: its parts are fetched by the Vault Secrets Operator and by the 1Password operator, and one makes a Secret', ' b: its parts are in 2 items, and one Secret is made of one',
  ]);
});

test('BST520: a text of parts that two fetch is made by none', () => {
  use('a', Credential.of({ username: items.property('A', 'u'), password: vault.property('a', 'p') }));
  bind(Secrets.vaultSecretsOperator(), Secrets.onePassword());
  expect(declared.findings('BST520').map(({ problem }) => problem)).toEqual([
    'A_URL would hold a secret that is not encoded where it stands: its parts are fetched by the 1Password operator and by the Vault Secrets Operator',
  ]);
});

test('BST520: a text that its own supplier does not put together names that one alone', () => {
  use('a', items.secret('A'));
  bind(Secrets.vaultSecretsOperator(), Secrets.onePassword());
  expect(declared.findings('BST520').map(({ problem }) => problem)).toEqual([
    'A_URL would hold a secret that is not encoded where it stands: the 1Password operator does not put it together, or does not encode its parts',
  ]);
});

test('it says of itself what all can', () => {
  const all = new FirstSupplier(Secrets.externalSecrets(), [Secrets.vaultSecretsOperator()]);
  const some = new FirstSupplier(Secrets.externalSecrets(), [Secrets.onePassword()]);
  const can = [all, some].map(one => [one.composes, one.encodes(SecretEncoding.PERCENT), one.encodes(SecretEncoding.NONE)]);
  expect(can).toEqual([[true, true, true], [false, false, true]]);
  expect([vault.property('a', 'b'), items.property('a', 'b'), CredentialPart.text('a')].map(part => [some.fetches(part), some.keyOf(part)]))
    .toEqual([[false, undefined], [true, 'b'], [false, undefined]]);
});
