import { EnvValue } from 'cdk8s-plus-28';
import { BindingEntry, Credential, EnvNames, KubernetesSecret, Pods, Postgres, PostgresProvider, SecretBindings, TcpProvider, TcpService, Workload } from '../../src';
import { container, deployment, podTemplate } from '../support/emitted';
import { Declaration } from '../support/topology';
import { Told } from './told';

let declared: Declaration;
let web: Workload;
const boundTo = (...names: string[]) => {
  declared = new Declaration();
  const pods = Pods.of(deployment(declared.chart, 'web', { containers: [container('main', {
    envVariables: Object.fromEntries(names.map(name => [name, EnvValue.fromValue('own')])),
  })] }));
  web = new Workload(declared.topology, 'web', { pods });
};
const ldap = (id: string) => new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: `${id}.example.com`, port: 636 }) });

function found(): string[] {
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  return declared.findings('BST808').map(({ path, problem }) => `${path}: ${problem}`);
}

test('finds two bindings of one name, which share a folder and here their variables', () => {
  boundTo();
  web.uses(ldap('a'), { bindingName: 'ldap' });
  web.uses(ldap('b'), { bindingName: 'ldap' });
  expect(found()).toEqual(['folder /bindings/ldap', 'variable LDAP_HOST', 'variable LDAP_PORT'].map(claim =>
    `web uses b: ${claim} is claimed by binding "ldap" to b and by binding "ldap" to a`));
});

test('finds two bindings of one name that share nothing but the folder', () => {
  boundTo();
  web.uses(ldap('a'), { bindingName: 'x' });
  web.uses(new Told(declared.topology, 'b', []), { bindingName: 'x' });
  expect(found()).toEqual(['web uses b: folder /bindings/x is claimed by binding "x" to b and by binding "x" to a']);
});

test.each([['db', 'db-x'], ['db-x', 'db']])('finds it too in pods that another program makes, where a binding begins like another: %s, %s', (...names) => {
  declared = new Declaration();
  const told: Record<string, [part: string, variable: string]> = { 'db': ['x-host', 'X_HOST'], 'db-x': ['host', 'HOST'] };
  const elsewhere = declared.workload('elsewhere');
  for (const name of names) {
    const [role, variable] = told[name];
    elsewhere.uses(new Told(declared.topology, name, [BindingEntry.text(role, name, { variable })]));
  }
  expect(found()).toEqual(['elsewhere uses db-x: variable DB_X_HOST is claimed by binding "db-x" to db-x and by binding "db" to db']);
});

test.each([[true, false], [false, true], [true, true]])('finds it there where a binding names the other\'s variable itself: the first is %s, the second is %s', (...own) => {
  declared = new Declaration();
  const elsewhere = declared.workload('elsewhere');
  const variable = own[0] && own[1] ? 'HOST' : own[0] ? 'B_HOST' : 'A_HOST';
  ['a', 'b'].forEach((id, i) => elsewhere.uses(ldap(id), { envNames: own[i] ? EnvNames.map({ [variable]: '{host}' }) : undefined }));
  expect(found()).toEqual([`elsewhere uses b: variable ${variable} is claimed by binding "b" to b and by binding "a" to a`]);
});

test('finds a variable that the container has by itself', () => {
  boundTo('LDAP_PORT', 'LDAP_PORTS');
  web.uses(ldap('ldap'));
  expect(found()).toEqual(['web uses ldap: variable LDAP_PORT is claimed by binding "ldap" to ldap and by the container itself']);
});

test('accepts bindings with names of their own, and one service bound to two workloads', () => {
  boundTo('LDAP');
  web.uses(ldap('a'));
  const b = ldap('b');
  web.uses(b, { bindingName: 'second' });
  declared.workload('orders').uses(b);
  expect(found()).toEqual([]);
});

const both = () => ({ containers: [container('a', { envVariables: { LDAP_PORT: EnvValue.fromValue('own') } }), container('b')] });
const inTwo = () => {
  declared = new Declaration();
  web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web', both())) });
};

test('accepts one variable of two bindings, each for a container of its own', () => {
  inTwo();
  const envNames = EnvNames.map({ API_URL: 'tcp://{host}' });
  web.uses(ldap('one'), { containers: ['a'], envNames });
  web.uses(ldap('other'), { containers: ['b'], envNames });
  expect(found()).toEqual([]);
});

test('finds one variable of two bindings that meet in a container', () => {
  inTwo();
  const envNames = EnvNames.map({ API_URL: 'tcp://{host}' });
  web.uses(ldap('one'), { containers: ['a', 'b'], envNames });
  web.uses(ldap('other'), { containers: ['b'], envNames });
  expect(found()).toEqual(['web uses other: variable API_URL is claimed by binding "other" to other and by binding "one" to one']);
});

test.each([[['b'], []], [['a'], ['LDAP_PORT']], [undefined, ['LDAP_PORT']]])('a variable of container a itself, and a binding for %j: claimed twice is %j', (containers, names) => {
  inTwo();
  web.uses(ldap('ldap'), { containers });
  expect(found()).toEqual(names.map(name => `web uses ldap: variable ${name} is claimed by binding "ldap" to ldap and by the container itself`));
});

test('accepts two texts of one binding that need one variable beside them', () => {
  boundTo();
  const credentials = KubernetesSecret.existing('db', { reason: 'made by the data team' });
  const login = Credential.of({ username: credentials.key('u').urlSafe(), password: credentials.key('p').urlSafe() });
  const provider = PostgresProvider.external({ host: 'db.example.com', database: 'app', credentials: login });
  const envNames = EnvNames.map({ A: 'x://{username:percent}@{host}', B: 'y://{username:percent}@{host}', DB_USERNAME: '{username}' });
  web.uses(new Postgres(declared.topology, 'db', { provider }), { envNames });
  expect(found()).toEqual([]);
  expect(podTemplate(declared.chart, 'web').spec.containers[0].env!.map(({ name }) => name)).toEqual(['DB_USERNAME', 'A', 'B']);
});

test('finds a variable that a text needs beside it, and that holds another value', () => {
  boundTo();
  const credentials = KubernetesSecret.existing('db', { reason: 'made by the data team' }).credential();
  const provider = PostgresProvider.external({ host: 'db.example.com', database: 'app', credentials });
  web.uses(new Postgres(declared.topology, 'db', { provider }), { envNames: EnvNames.map({ A: '{username:none}@{host}', DB_USERNAME: '{host}' }) });
  expect(found()).toEqual(['web uses db: variable DB_USERNAME is claimed by binding "db" to db and by binding "db" to db']);
});

test('an acknowledged one fails nothing', () => {
  boundTo('LDAP_PORT');
  const use = web.uses(ldap('ldap'));
  declared.topology.acknowledge('BST808', use, 'our variable replaces the old one');
  expect([found(), declared.found('BST001')]).toEqual([[], []]);
});
