import { AdmittedPeer } from '../../src';
import { admittingRule, distinctRules, rulesOfCallers } from '../../src/istio/entering-rules';
import { MeshDeclaration } from '../support/mesh';

test.each([['targetPort', '8080'], ['port', '80']] as const)('callers are let in at the %s', (ports, port) => {
  const declared = new MeshDeclaration();
  const users = declared.users();
  const callers = ['web', 'app'].map(name => declared.caller(name, users));
  expect(callers).toHaveLength(2);
  expect(rulesOfCallers(users, declared.topology.read().dependenciesOn(users), { trustDomain: 'td', ports })).toEqual([
    { from: [{ source: { principals: ['td/ns/shop/sa/app', 'td/ns/shop/sa/web'] } }], to: [{ operation: { ports: [port] } }] },
  ]);
});

test('whom a workload admits is let in at the port of its pods', () =>
  expect(admittingRule(AdmittedPeer.meshNamespace({ namespace: 'jobs', port: 9090 }), 'td')).toEqual({ from: [{ source: { namespaces: ['jobs'] } }], to: [{ operation: { ports: ['9090'] } }] }));

test('each rule stands once', () => expect(distinctRules([{}, {}, { to: [] }])).toEqual([{}, { to: [] }]));
