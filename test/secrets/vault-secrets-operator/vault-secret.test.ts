import { ApiObject, Duration } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, Pods, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretStore,
  VaultSecretsOptions, Workload,
} from '../../../src';
import { deployment, Emitted, emitted, yaml } from '../../support/emitted';
import { Declaration } from '../../support/topology';
import { render } from '../../support/vault-secrets-operator';

const vault = SecretStore.vaultKeyValue('vault', { mount: 'kv' });
const PASSWORD = 'p@ss/w:rd?#%+ ü&=';

/** What a workload `web` of a Deployment is supplied with. */
function supplied(credentials: Credential, options?: VaultSecretsOptions, more?: (declared: Declaration, cache: Redis) => void): Emitted[] {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')) });
  const cache = new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
  web.uses(cache);
  more?.(declared, cache);
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.vaultSecretsOperator(options) });
  expect(declared.topology.findings.filter(({ code }) => code.startsWith('BST5') && code !== 'BST540')).toEqual([]);
  return emitted(declared.chart).filter(({ apiVersion }) => apiVersion === 'secrets.hashicorp.com/v1beta1');
}

test('the smallest one', () => expect(yaml(supplied(vault.secret('shop/cache')))).toMatchSnapshot());

test('one with every option', () => {
  const options: Required<VaultSecretsOptions> = { refreshAfter: Duration.seconds(90), restarts: false };
  const store = SecretStore.vaultKeyValue('platform/vault.auth', { mount: 'teams/shop', version: 1 });
  expect(yaml(supplied(store.secret('cache', { username: 'user', password: 'pass', ca: 'authority.pem' }), options))).toMatchSnapshot();
});

test('one of a secrets engine that makes credentials', () => {
  expect(yaml(supplied(SecretStore.vaultDynamic('vault', { mount: 'database' }).secret('creds/web')))).toMatchSnapshot();
});

test('a user that stays, whose password Vault changes, is said to the operator to be one', () => {
  const [{ kind, spec }] = supplied(SecretStore.vaultDynamic('vault', { mount: 'database' }).secret('static-creds/web'));
  expect([kind, spec.allowStaticCreds]).toEqual(['VaultDynamicSecret', true]);
});

test('the operator makes of it a Secret of the specification\'s type, with what the consumer reads', () => {
  const [{ spec: { destination } }] = supplied(vault.secret('shop/cache'));
  expect([destination.name, destination.type]).toEqual(['web-cache', 'servicebinding.io/redis']);
  const data = Object.entries<{ text: string }>(destination.transformation.templates).map(([key, { text }]) => [key, render(text, { username: 'u ser', password: PASSWORD })]);
  expect(data).toEqual([['uri', `rediss://u%20ser:${encodeURIComponent(PASSWORD)}@cache.example.com:6379/0`]]);
});

test('every field that the operator would write by itself is written, so that no GitOps controller sees drift', () => {
  const [{ spec }] = supplied(vault.secret('shop/cache'));
  expect(spec).toMatchObject({ hmacSecretData: true, destination: { create: true, overwrite: false, transformation: { excludeRaw: true } } });
  const [{ spec: dynamic }] = supplied(SecretStore.vaultDynamic('vault', { mount: 'database' }).secret('creds/web'));
  expect(dynamic.renewalPercent).toBe(67);
});

test.each([
  [Duration.hours(1), '1h'], [Duration.minutes(90), '90m'], [Duration.seconds(90), '90s'], [Duration.millis(1500), '1.5s'], [Duration.days(1), '24h'], [Duration.millis(1), '0.001s'],
])('writes the interval %s as the operator\'s CRD takes it: %s', (refreshAfter, expected) =>
  expect(supplied(vault.secret('shop/cache'), { refreshAfter })[0].spec.refreshAfter).toBe(expected));

test('what makes the consumer\'s pods is started anew when the Secret changes: what the operator can start, and no Job', () => {
  const made = supplied(vault.secret('shop/cache'), {}, (declared, cache) => {
    const of = (apiVersion: string, kind: string, id: string, spec: object) => new Workload(declared.topology, id, {
      pods: Pods.of(new ApiObject(declared.chart, id, { apiVersion, kind, metadata: { name: id }, spec })),
    }).uses(cache);
    const template = (id: string) => ({ metadata: { labels: { app: id } }, spec: { serviceAccountName: id, containers: [{ name: 'main', image: 'a' }] } });
    const selecting = (id: string) => ({ selector: { matchLabels: { app: id } }, template: template(id) });
    of('argoproj.io/v1alpha1', 'Rollout', 'canary', selecting('canary'));
    of('apps/v1', 'StatefulSet', 'index', selecting('index'));
    of('apps/v1', 'DaemonSet', 'node', selecting('node'));
    of('batch/v1', 'Job', 'once', { template: template('once') });
    of('example.com/v1', 'Deployment', 'other', selecting('other'));
  });
  expect(made.map(({ metadata: { name }, spec }) => [name, spec.rolloutRestartTargets])).toEqual([
    ['canary-cache', [{ kind: 'argo.Rollout', name: 'canary' }]],
    ['index-cache', [{ kind: 'StatefulSet', name: 'index' }]],
    ['node-cache', [{ kind: 'DaemonSet', name: 'node' }]],
    ['once-cache', undefined],
    ['other-cache', undefined],
    ['web-cache', [{ kind: 'Deployment', name: 'web' }]],
  ]);
});

test('parts that are literal text stand in the templates as they are', () => {
  const credentials = Credential.of({ username: CredentialPart.text('app {{'), password: vault.property('shop/cache', 'password') });
  const [{ spec: { destination: { transformation: { templates } } } }] = supplied(credentials);
  expect(render(templates.uri.text, { password: 'x' })).toBe('rediss://app%20%7B%7B:x@cache.example.com:6379/0');
});

test('a connection string of keywords is made as libpq reads it', () => {
  const declared = new Declaration();
  const provider = PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials: vault.secret('shop/db') });
  declared.workload('web').uses(new Postgres(declared.topology, 'db', { provider }), { envNames: EnvNames.map({ DSN: 'user={username:libpq} password={password:libpq}' }) });
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.vaultSecretsOperator() });
  const [{ spec: { destination: { transformation: { templates } } } }] = emitted(declared.chart, 'VaultStaticSecret');
  expect(render(templates.DSN.text, { username: "o'hara", password: 'a\\b c' })).toBe("user='o\\'hara' password='a\\\\b c'");
});
