import { Duration } from 'cdk8s';
import {
  Credential, CredentialPart, ExternalSecretsOptions, PostgresProvider, Postgres, RedisProvider, Redis, RefreshPolicy, SecretBindings,
  SecretCreationPolicy, SecretDeletionPolicy, Secrets, SecretStore, TcpProvider, TcpService, Tls, Workload,
} from '../../../src';
import { RELEASES, UpstreamSchemas } from '../../support/crd-schemas';
import { vault } from '../../support/declare';
import { Emitted, emitted, yaml } from '../../support/emitted';
import { render, secretData } from '../../support/external-secrets-operator';
import { Declaration } from '../../support/topology';

function externalSecrets(declare: (declared: Declaration, web: Workload) => void, options: ExternalSecretsOptions = {}): Emitted[] {
  const declared = new Declaration();
  declare(declared, declared.workload('web'));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets(options) });
  return emitted(declared.chart, 'ExternalSecret');
}

/** Every option that goes with a Secret which follows the store. */
const SAID = {
  secretType: 'Opaque', secretLabels: { team: 'shop' }, secretAnnotations: { 'example.com/watched': 'true' }, creationPolicy: SecretCreationPolicy.OWNER,
  deletionPolicy: SecretDeletionPolicy.DELETE,
};
const redis = ({ topology }: Declaration, credentials = vault.secret('shop/cache')) =>
  new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });

test('the smallest one', () => expect(yaml(externalSecrets((declared, web) => web.uses(redis(declared))))).toMatchSnapshot());

test('one with every option', () => {
  const often: Required<Omit<ExternalSecretsOptions, 'immutable'>> = { refreshPolicy: RefreshPolicy.PERIODIC, refreshInterval: Duration.seconds(90), ...SAID };
  const credentials = SecretStore.namespaced('team').secret('shop/db', { username: 'user', password: 'pass', ca: 'authority.pem' });
  expect(yaml(externalSecrets(({ topology }, web) => {
    const provider = PostgresProvider.external({ host: 'db.example.com', port: 6432, database: 'or ders', credentials, cidrs: ['203.0.113.0/24'] });
    web.uses(new Postgres(topology, 'orders-db', { provider }), { bindingName: 'db' });
  }, often))).toMatchSnapshot();
});

test('one that is made once, and belongs to nobody', () => {
  const { deletionPolicy, ...said } = SAID;
  const once = { ...said, refreshPolicy: RefreshPolicy.CREATED_ONCE, immutable: true, creationPolicy: SecretCreationPolicy.ORPHAN };
  const [{ spec: { target, ...spec } }] = externalSecrets((declared, web) => web.uses(redis(declared)), once);
  expect(spec).toMatchObject({ refreshPolicy: 'CreatedOnce', refreshInterval: '0s' });
  expect(target).toMatchObject({ immutable: true, creationPolicy: 'Orphan', deletionPolicy: 'Retain' });
});

const schemas = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('External Secrets')));

test.each<[string, ExternalSecretsOptions]>([
  ['every option of a Secret that follows the store', SAID],
  ...Object.values(RefreshPolicy).map((refreshPolicy): [string, ExternalSecretsOptions] => [`refreshPolicy ${refreshPolicy}`, { refreshPolicy }]),
  ...Object.values(SecretCreationPolicy).map((creationPolicy): [string, ExternalSecretsOptions] => [`creationPolicy ${creationPolicy}`, { creationPolicy }]),
  ['an immutable one', { immutable: true, refreshPolicy: RefreshPolicy.CREATED_ONCE }],
])('both releases of the operator accept %s', (_, options) => {
  const [secret] = externalSecrets((declared, web) => web.uses(redis(declared)), options);
  expect(schemas.judge(secret).map(({ problems }) => problems)).toEqual([[], []]);
});

test('labels and annotations of the Secret are sorted, the operator renders both as they are said, and none is written without them', () => {
  const metadataOf = (options: ExternalSecretsOptions) => (
    externalSecrets((declared, web) => web.uses(redis(declared)), options)[0].spec.target.template.metadata);
  expect(Object.keys(metadataOf({ secretLabels: { b: '1', a: '2' } }).labels)).toEqual(['a', 'b']);
  expect(render(metadataOf({ secretAnnotations: { a: '{{ .password }}{' } }).annotations.a, new Map([['password', 'p']]))).toBe('{{ .password }}{');
  expect(metadataOf({ secretLabels: {}, secretAnnotations: {} })).toBeUndefined();
});

test('every field that all releases of the operator would write by themselves is written, so that no GitOps controller sees drift', () => {
  const [{ spec }] = externalSecrets((declared, web) => web.uses(redis(declared)));
  expect(spec).toMatchObject({
    refreshPolicy: 'Periodic',
    target: { creationPolicy: 'Owner', deletionPolicy: 'Retain', template: { engineVersion: 'v2', mergePolicy: 'Replace' } },
  });
  for (const { remoteRef } of spec.data) {
    const { key, property, ...defaults } = remoteRef;
    expect([key, property]).toEqual([expect.any(String), expect.any(String)]);
    expect(defaults).toEqual({ conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' });
  }
});

test.each([
  [Duration.hours(1), '1h0m0s'], [Duration.seconds(60), '1m0s'], [Duration.seconds(90), '1m30s'], [Duration.millis(1500), '1.5s'], [Duration.millis(250), '250ms'],
  [Duration.days(1), '24h0m0s'], [Duration.millis(3_600_001), '1h0m0.001s'], [Duration.millis(59_999), '59.999s'], [Duration.millis(60_001), '1m0.001s'],
  [Duration.minutes(59), '59m0s'], [Duration.millis(3_599_999), '59m59.999s'], [Duration.minutes(61), '1h1m0s'], [Duration.millis(999), '999ms'], [Duration.seconds(1), '1s'],
])('writes the interval %s as Go does, because the operator writes it back so', (refreshInterval, expected) =>
  expect(externalSecrets((declared, web) => web.uses(redis(declared)), { refreshInterval })[0].spec.refreshInterval).toBe(expected));

test.each([[Tls.NONE, ['password', 'username']], [undefined, ['ca', 'password', 'username']]])(
  'fetches the parts that are used and no other: an authority only with TLS', (tls, fetched) => {
    const provider = RedisProvider.external({ host: 'cache.example.com', tls, credentials: vault.secret('shop/cache', { username: 'username', password: 'password', ca: 'ca' }) });
    const [{ spec }] = externalSecrets(({ topology }, web) => web.uses(new Redis(topology, 'cache', { provider })));
    expect(spec.data.map((entry: any) => entry.secretKey)).toEqual(fetched);
  });

test('the operator makes of it a Secret of the specification\'s type, with what the consumer reads', () => {
  const [secret] = externalSecrets((declared, web) => web.uses(redis(declared)));
  expect(secret.spec.target).toMatchObject({ name: 'web-cache', template: { type: 'servicebinding.io/redis' } });
  expect(secretData(secret, { 'shop/cache': { username: 'u ser', password: 'p@ss/w:rd+' } })).toEqual({
    uri: 'rediss://u%20ser:p%40ss%2Fw%3Ard%2B@cache.example.com:6379/0',
  });
});

test('one for each consumer and service, in the consumer\'s namespace; none for a service without credentials', () => {
  const made = externalSecrets((declared, web) => {
    const cache = redis(declared);
    web.uses(cache);
    declared.workload('orders', { namespace: 'orders' }).uses(cache);
    web.uses(new TcpService(declared.topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636 }) }));
  });
  expect(made.map(({ metadata: { namespace, name } }) => `${namespace}/${name}`)).toEqual(['orders/orders-cache', 'shop/web-cache']);
});

test('parts of two stores are fetched each from its own, into one Secret', () => {
  const credentials = Credential.of({
    username: CredentialPart.text('app'),
    password: vault.property('shop/db', 'password'),
    ca: SecretStore.namespaced('pki').entry('rds!ca-2c9f/root'),
  });
  const [secret] = externalSecrets(({ topology }, web) => web.uses(new Postgres(topology, 'db', {
    provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }),
  })));
  expect(secret.spec.secretStoreRef).toEqual({ kind: 'SecretStore', name: 'pki' });
  const fetched = ({ secretKey, sourceRef, remoteRef }: any) => [secretKey, remoteRef.key, remoteRef.property, sourceRef?.storeRef];
  expect(secret.spec.data.map(fetched)).toEqual([
    ['ca', 'rds!ca-2c9f/root', undefined, undefined], ['password', 'shop/db', 'password', { kind: 'ClusterSecretStore', name: 'vault' }],
  ]);
  expect(secret.spec.target.template.data).toEqual({
    'ca.crt': '{{ .ca }}',
    'uri': 'postgresql://app:{{ .password | urlquery | replace "+" "%20" }}@db.example.com:5432/d?sslmode=verify-full&sslrootcert=/bindings/db/ca.crt',
  });
});

test.each([
  ['of one kind', SecretStore.cluster('pki'), { kind: 'ClusterSecretStore', name: 'vault' }],
  ['of one name', SecretStore.namespaced('vault'), { kind: 'ClusterSecretStore', name: 'vault' }],
])('two stores %s are two stores', (_, other, storeRef) => {
  const credentials = Credential.of({ username: CredentialPart.text('app'), password: vault.property('shop/db', 'password'), ca: other.entry('ca') });
  const [secret] = externalSecrets(({ topology }, web) => web.uses(new Postgres(topology, 'db', {
    provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }),
  })));
  expect(secret.spec.data.map(({ secretKey, sourceRef }: any) => [secretKey, sourceRef?.storeRef])).toEqual([['ca', undefined], ['password', storeRef]]);
});
