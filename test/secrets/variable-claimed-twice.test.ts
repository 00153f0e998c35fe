import { EnvValue } from 'cdk8s-plus-28';
import { Pods, SecretBindings, TcpProvider, TcpService, Workload } from '../../src';
import { container, deployment } from '../support/emitted';
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

test('an acknowledged one fails nothing', () => {
  boundTo('LDAP_PORT');
  const use = web.uses(ldap('ldap'));
  declared.topology.acknowledge('BST808', use, 'our variable replaces the old one');
  expect([found(), declared.found('BST001')]).toEqual([[], []]);
});
