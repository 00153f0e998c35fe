import { AccessPolicy, AccessRule, AdmittedPeer, HttpProvider, HttpService, IstioOptions, MutualTls, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const OFF = MutualTls.disabled('a probe that speaks plaintext only');
const AT_9090 = MutualTls.STRICT.atPort(9090, OFF);

interface Said {
  readonly callers?: string[];
  readonly admitted?: AdmittedPeer;
  readonly standing?: WorkloadStanding;
  readonly rule?: AccessRule;
  readonly options?: IstioOptions;
}

const found = (mutualTls: MutualTls | undefined, { callers = [], admitted, standing, rule, options }: Said = {}) => {
  const declared = new MeshDeclaration(options);
  const users = newWorkload(declared.topology, 'users', { mutualTls, standing });
  const api = new HttpService(declared.topology, 'users-api', { provider: HttpProvider.workload(users, { targetPort: 8080 }) });
  for (const name of callers) declared.caller(name, api);
  if (admitted) users.admits(admitted);
  if (rule) users.enforces(AccessPolicy.deny('no-guests', { rules: [rule] }));
  declared.read();
  return declared.found('BST645').map(text => text.replace(/;.*/, ''));
};

test('callers that are let in by their identity have none where mutual TLS is off', () => {
  const expected = ['error users: mutual TLS is off where app, web would be let in by an identity, which nobody has there'];
  expect(found(OFF, { callers: ['web', 'app'] })).toEqual(expected);
  expect(found(MutualTls.STRICT.atPort(8080, OFF), { callers: ['web', 'app'] })).toEqual(expected);
});

test('nor have pods in the mesh that are admitted', () =>
  expect(found(OFF, { admitted: AdmittedPeer.anyMeshPods({ port: 9090 }) })).toEqual([
    'error users: mutual TLS is off where pods in the mesh that it admits would be let in by an identity, which nobody has there']));

test('where it is off at another port, permissive, or nobody is let in by an identity, nothing is lost', () => {
  expect(found(AT_9090, { callers: ['web'] })).toEqual([]);
  expect(found(MutualTls.permissive('a probe that speaks plaintext only'), { callers: ['web'] })).toEqual([]);
  expect(found(OFF, { admitted: AdmittedPeer.anyone({ port: 9090 }) })).toEqual([]);
  expect(found(OFF, { callers: ['web'], standing: WorkloadStanding.MIGRATING })).toEqual([]);
});

const LOST = ['error users: mutual TLS is off where its policy no-guests tells who comes by an identity, which nobody has there'];

test.each<[string, MutualTls, AccessRule, string[]]>([
  ['namespaces', OFF, { namespaces: ['guests'] }, LOST],
  ['accounts, at one port of all', AT_9090, { notServiceAccounts: ['shop/web'] }, LOST],
  ['a condition, at that port', AT_9090, { when: [{ key: 'source.principal', values: ['a'] }], ports: [9090] }, LOST],
  ['namespaces at another port', AT_9090, { namespaces: ['guests'], ports: [8080] }, []],
  ['namespaces but at that port', AT_9090, { namespaces: ['guests'], notPorts: [9090] }, []],
  ['methods', OFF, { methods: ['DELETE'] }, []],
  ['namespaces, where plaintext is taken as well', MutualTls.permissive('the old shop has no sidecar'), { namespaces: ['guests'] }, []],
])('a policy that denies by %s: whether whom it denies is let in', (_, mutualTls, rule, expected) => expect(found(mutualTls, { rule })).toEqual(expected));

test('what is said of the namespace holds for a workload on its way into the mesh, and not for a guarded one', () => {
  const options = { namespacePolicies: { shop: { mutualTls: OFF } } };
  const rule = { namespaces: ['guests'] };
  expect([WorkloadStanding.MIGRATING, WorkloadStanding.GUARDED].map(standing => found(undefined, { standing, rule, options }))).toEqual([LOST, []]);
});
