import { App, Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, ExternalSecretsOptions, Platform, Pods, Postgres, PostgresProvider, Secrets, Topology, Workload,
} from '../../../src';
import { RELEASES, UpstreamSchemas } from '../../support/crd-schemas';
import { deployment, Emitted, emitted, yaml } from '../../support/emitted';
import { environmentOf } from '../../support/kubelet';

/** A database in a container of ours, with a password that nobody has, and its clients. */
function database(options?: ExternalSecretsOptions): Emitted[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const workload = (id: string) => new Workload(topology, id, { pods: Pods.of(deployment(chart, id)) });
  const db = new Postgres(topology, 'db', { provider: PostgresProvider.workload(workload('server'), {
    database: 'orders', credentials: Credential.of({ username: CredentialPart.text('app'), password: CredentialPart.generated('dev-db', { length: 40 }) }),
    serverEnvNames: EnvNames.map({ POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}' }),
  }) });
  for (const id of ['web', 'batch']) workload(id).uses(db);
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets(options) });
  return emitted(chart);
}

const made = (objects: Emitted[]) => objects.filter(({ apiVersion }) => apiVersion.includes('external-secrets.io'));

test('one generator and one Secret, whoever reads it', () => expect(yaml(made(database()))).toMatchSnapshot());

test('both releases of the operator accept them', () => {
  const schemas = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('External Secrets')));
  for (const object of made(database({ secretLabels: { a: 'b' } }))) expect(schemas.judge(object).map(({ problems }) => problems)).toEqual([[], []]);
});

test('labels and a type are those of all Secrets; that it is made once is no choice', () => {
  const [{ spec: { target, refreshPolicy } }] = made(database({ secretLabels: { team: 'shop' }, secretType: 'example.com/login' })).filter(({ kind }) => kind === 'ExternalSecret');
  expect(target.template).toMatchObject({ type: 'example.com/login', metadata: { labels: { team: 'shop' } } });
  expect([refreshPolicy, target.immutable, target.creationPolicy]).toEqual(['CreatedOnce', true, 'Orphan']);
});

test('the server and its clients read one password, which a URL takes as it is', () => {
  const environment = (id: string) => {
    const { spec: { template } } = database().find(({ kind, metadata: { name } }) => kind === 'Deployment' && name === id)!;
    return environmentOf(template.spec.containers[0], { 'dev-db': { password: 'aB3' } });
  };
  expect(environment('server').get('POSTGRES_PASSWORD')).toBe('aB3');
  for (const id of ['web', 'batch']) expect(environment(id).get('DB_URL')).toMatch(/^postgresql:\/\/app:aB3@server\..*:5432\/orders|^postgresql:\/\/app:aB3@db\..*\/orders/);
});
