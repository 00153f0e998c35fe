import { Credential, EnvNames, OnePasswordOptions, Pods, Postgres, PostgresProvider, SecretBindings, Secrets, SecretStore, UseOptions, Workload } from '../../../src';
import { deployment, emitted, podTemplate, yaml } from '../../support/emitted';
import { environmentOf } from '../../support/kubelet';
import { Declaration } from '../../support/topology';

const shop = SecretStore.onePassword('Shop (prod)');

function bound(credentials: Credential, use: UseOptions = {}, options?: OnePasswordOptions): Declaration {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')) });
  web.uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }) }), use);
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.onePassword(options) });
  return declared;
}

test('the smallest one', () => expect(yaml(emitted(bound(shop.secret('Orders DB', { uri: 'url' })).chart, 'OnePasswordItem'))).toMatchSnapshot());

test('one with every option', () => {
  const options: Required<OnePasswordOptions> = { restarts: false };
  expect(yaml(emitted(bound(shop.secret('p4xyh2ov6ewhxfmhsqrj2ekplm', { uri: 'url', ca: 'ca.pem' }), {}, options).chart, 'OnePasswordItem'))).toMatchSnapshot();
});

test('keys are the labels of fields, for variables and for files', () => {
  const envNames = EnvNames.map({ PGUSER: '{username}', PGPASSWORD: '{password}', PGSSLROOTCERT: '{ca:file}' });
  const { chart } = bound(shop.secret('Orders DB', { username: 'Login', password: 'p.w_d-1', ca: 'root.pem' }), { envNames });
  const { spec: { containers: [main], volumes } } = podTemplate(chart, 'web');
  expect(environmentOf(main, { 'web-db': { 'Login': 'app', 'p.w_d-1': 'x' } })).toEqual(
    new Map([['PGPASSWORD', 'x'], ['PGSSLROOTCERT', '/bindings/db/ca.crt'], ['PGUSER', 'app'], ['SERVICE_BINDING_ROOT', '/bindings']]));
  expect(JSON.stringify(volumes)).toContain('{"key":"root.pem","path":"db/ca.crt"}');
});
