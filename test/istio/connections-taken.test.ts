import { AdmittedPeer, IstioOptions, MutualTls, TopologyGraph, WorkloadProps, WorkloadStanding } from '../../src';
import { connectionsTaken, takenAt } from '../../src/istio/connections-taken';
import { heldPolicies } from '../../src/istio/namespace-policies';
import { newTopology, newWorkload } from '../support/declare';

const OFF = MutualTls.disabled('a probe that speaks plaintext only');
const SOME = MutualTls.permissive('the old shop has no sidecar');
const MIGRATING = { standing: WorkloadStanding.MIGRATING };
const taken = (props: Partial<WorkloadProps>, options: IstioOptions = {}, peers: AdmittedPeer[] = []) => {
  const shop = newTopology();
  const web = newWorkload(shop, 'web', props);
  for (const peer of peers) web.admits(peer);
  const said = connectionsTaken(web, TopologyGraph.of(shop), heldPolicies(options, 'istio-system', 'mesh'));
  return said && `${said.mode} ${[...said.ports].map(([port, mode]) => `${port} ${mode}`).join(', ')}`.trim();
};
const shop = (mutualTls: MutualTls): IstioOptions => ({ namespacePolicies: { shop: { mutualTls } } });

test.each<[string, Partial<WorkloadProps>, IstioOptions, string | undefined]>([
  ['mutual TLS alone where its pods are guarded, whatever its namespace says', {}, shop(SOME), 'STRICT'],
  ['what is said of it', { ...MIGRATING, mutualTls: OFF }, shop(SOME), 'DISABLE'],
  ['else what is said of its namespace', MIGRATING, { ...shop(SOME), meshPolicy: { mutualTls: OFF } }, 'PERMISSIVE'],
  ['else what is said of the mesh', MIGRATING, { namespacePolicies: { other: { mutualTls: SOME }, shop: { denyByDefault: true } }, meshPolicy: { mutualTls: OFF } }, 'DISABLE'],
  ['else nothing of ours', MIGRATING, { meshPolicy: { denyByDefault: true } }, undefined],
])('takes %s', (_, props, options, expected) => expect(taken(props, options)).toBe(expected));

test('ports are sorted as numbers, and only those at which something else is taken', () =>
  expect(taken({ mutualTls: OFF.atPort(9090, SOME).atPort(80, MutualTls.STRICT).atPort(81, OFF) })).toBe('DISABLE 80 STRICT, 9090 PERMISSIVE'));

test('who is admitted without an identity opens its port, of those that go through the sidecar', () =>
  expect(taken({}, {}, [AdmittedPeer.anyone({ port: 80 }), AdmittedPeer.anyone({ port: 15_020 }), AdmittedPeer.anyMeshPods({ port: 81 })])).toBe('STRICT 80 PERMISSIVE'));

test('at a port of which nothing is said, what is taken at all', () => {
  const shut = newTopology();
  const web = newWorkload(shut, 'web', { mutualTls: MutualTls.STRICT.atPort(80, OFF) });
  const said = connectionsTaken(web, TopologyGraph.of(shut), [])!;
  expect([80, 81].map(port => takenAt(said, port))).toEqual(['DISABLE', 'STRICT']);
});
