import { EnvValue, Secret } from 'cdk8s-plus-28';
import { BindingDelivery, Platform, PlatformProps, Pods, RolePasswords, SecretBindings, Secrets, SecretStore, TopologyDocuments, Workload } from '../../src';
import { consumersOf, databaseOf } from '../cloud-native-pg/declared-database';
import { vault } from '../support/declare';
import { container, deployment, Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

interface Options {
  readonly passwords?: RolePasswords;
  readonly namespace?: string;
}

/** A writer and a reader of a database in a namespace, with what supplies secrets. */
function declare({ passwords, namespace = 'shop' }: Options, props: Partial<PlatformProps> = { secrets: Secrets.externalSecrets() }): Declaration {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, { passwords, readOnlyInRoles: ['pg_read_all_data'] }, { namespace, caSecret: namespace === 'shop' ? undefined : 'their-ca' }));
  new Platform(declared.chart, 'platform', { topology: declared.topology, ...props });
  return declared;
}

const STORED = RolePasswords.stored(vault, 'db/{workload}');
const ofRoles = ({ chart }: Declaration): Emitted[] => emitted(chart).filter(({ kind, metadata }) => kind !== 'DatabaseRole' && metadata.name.endsWith('.db.pg'));

test('a stored password: the operator is given a Secret of the type, name and label that it asks for', () => {
  const declared = declare({ passwords: STORED, namespace: 'data' });
  expect(declared.topology.findings).toEqual([]);
  expect(yaml(ofRoles(declared))).toMatchSnapshot();
});

test('a generated password: operator and consumer read one Secret', () => {
  const declared = declare({});
  expect(declared.topology.findings).toEqual([]);
  expect(yaml(ofRoles(declared))).toMatchSnapshot();
});

test('neither the type nor the labels that are said of all Secrets take the place of what the operator asks for', () => {
  const secrets = Secrets.externalSecrets({ secretType: 'Opaque', secretLabels: { 'team': 'shop', 'cnpg.io/reload': 'false' } });
  for (const passwords of [STORED, undefined]) {
    const [{ spec: { target: { template } } }] = ofRoles(declare({ passwords }, { secrets })).filter(({ kind }) => kind === 'ExternalSecret');
    expect([template.type, template.metadata.labels]).toEqual(['kubernetes.io/basic-auth', { 'cnpg.io/reload': 'true', 'team': 'shop' }]);
  }
});

test('the Vault Secrets Operator makes such a Secret too', () => {
  const store = SecretStore.vaultKeyValue('vault', { mount: 'kv' });
  const declared = declare({ passwords: RolePasswords.stored(store, 'db/{workload}') }, { secrets: Secrets.vaultSecretsOperator() });
  expect(declared.topology.findings).toEqual([]);
  expect(yaml(ofRoles(declared))).toMatchSnapshot();
});

test('BST519: a supplier that writes no text cannot name the role in the Secret', () => {
  const passwords = RolePasswords.stored(SecretStore.onePassword('shop'), 'db-{workload}');
  const found = declare({ passwords }, { secrets: Secrets.onePassword() }).found('BST519');
  expect(found.filter(each => each.includes('the 1Password operator writes no text'))).toHaveLength(2);
});

test('BST519: nobody generates or fetches the passwords where nothing supplies secrets', () => {
  expect(declare({}, {}).found('BST519')[0]).toMatch(/^error reports uses db: nothing generates the Secret shop\.reports\.db\.pg of db; /);
  expect(declare({ passwords: STORED }, {}).found('BST519')[0]).toMatch(/^error reports uses db: nothing fetches the credentials of db from ClusterSecretStore vault; /);
});

test('BST519: a consumer in another namespace is told where the authority of the servers can be', () => {
  const across = (caSecret?: string) => {
    const declared = new Declaration();
    consumersOf(declared, databaseOf(declared, { passwords: STORED, readOnlyInRoles: ['pg_read_all_data'] }, { caSecret }));
    new Platform(declared.chart, 'platform', { topology: declared.topology, secrets: Secrets.externalSecrets() });
    return declared.found('BST519');
  };
  expect(across()[0]).toBe('error reports uses db: Secret pg-ca is made in namespace data and cannot be read in shop; run the workload in the namespace of the service, '
    + 'or put the authority into a Secret of namespace shop, and name that as caSecret of the provider');
  expect(across('their-ca')).toEqual([]);
});

test('BST519: a generated password cannot be read in another namespace', () => {
  expect(declare({ namespace: 'data' }).found('BST519')[0]).toMatch(
    /^error reports uses db: the Secret shop\.reports\.db\.pg is generated in namespace data and cannot be read in shop; /);
});

test('BST519: without the output that emits DatabaseRoles nobody makes the roles', () => {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, {}, { namespace: 'shop' }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  expect(declared.found('BST519')).toEqual(['reports', 'web'].map(name => (
    `error ${name} uses db: ${name} enters db as a user that comes of DatabaseRole shop.${name}.db.pg, which this app does not emit; `
      + 'add the output that emits it for this topology, CloudNativePgDatabases')));
});

test('BST525: pods of others may not read the password of a consumer, and its own may', () => {
  const declared = new Declaration();
  const db = databaseOf(declared, {}, { namespace: 'shop' });
  new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')) }).uses(db);
  const secret = Secret.fromSecretName(declared.chart, 'theirs', 'shop.web.db.pg');
  deployment(declared.chart, 'thief', { containers: [container('main', { envVariables: { WORD: EnvValue.fromSecretValue({ secret, key: 'password' }) } })] });
  new Platform(declared.chart, 'platform', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  expect(declared.found('BST525').map(each => each.split(';')[0])).toEqual([
    'error test/thief/Resource: its pods read the Secret "shop.web.db.pg" in namespace shop, which is made for test/shop/workloads/web to enter db']);
});

test('a role has one password, so that files change under a consumer which the server turns away meanwhile', () => {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')), delivery: BindingDelivery.FILES });
  web.uses(databaseOf(declared, { passwords: STORED }));
  new Platform(declared.chart, 'platform', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  const [{ rotation }] = TopologyDocuments.of(declared.topology).bindings;
  expect(rotation).toMatchObject({ noticedBy: 'files', serverSecret: 'shop.web.db.pg', withoutDowntime: false });
});
