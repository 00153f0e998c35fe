import { NetworkPeer, SidecarOptions, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const API_SERVER = NetworkPeer.addresses({ cidrs: ['10.96.0.1/32'], port: 443 });
const podsIn = (namespace: string) => NetworkPeer.pods({ namespace, podLabels: { app: 'x' }, port: 80 });
const found = (peer: NetworkPeer, sidecars?: SidecarOptions) => {
  const declared = new MeshDeclaration({ sidecars });
  newWorkload(declared.topology, 'web', { standing: WorkloadStanding.MIGRATING }).reaches(peer);
  declared.read();
  return declared.found('BST657').map(text => text.replace(/;.*/, ''));
};

test.each<[string, NetworkPeer, SidecarOptions]>([
  ['an address', API_SERVER, { registryOnly: true }],
  ['pods of which no host is told', podsIn('books'), { registryOnly: true, furtherHosts: ['observability/*', './a.example.com'] }],
])('finds %s that a sidecar turns away', (_, peer, sidecars) =>
  expect(found(peer, sidecars)).toEqual([expect.stringMatching(/^error web: it reaches .* at port (443|80), and its sidecar turns away what it is told nothing of$/)]));

test.each<[string, NetworkPeer, string[], string]>([
  ['an address', API_SERVER, ['default/kubernetes.default.svc'], 'default/kubernetes.default.svc.cluster.local'],
  ['pods of that namespace', podsIn('books'), ['a/*', 'books/b.example.com'], 'books/b.example.com'], ['pods of any', podsIn('books'), ['*/b.example.com'], '*/b.example.com'],
  ['pods beside it', podsIn('shop'), ['./b.example.com'], './b.example.com'], ['pods beside istiod', podsIn('istio-system'), [], 'a service of istio-system'],
])('warns of %s where a further host may lead there', (_, peer, furtherHosts, host) =>
  expect(found(peer, { registryOnly: true, furtherHosts })).toEqual([expect.stringMatching(new RegExp(`^warning web: it reaches .*turns away that unless it is ${host.replace(/[.*]/g, '\\$&')}$`))]));

test.each<[string, SidecarOptions | undefined]>([['are told of all', undefined], ['pass on what they do not know', {}]])('finds nothing where sidecars %s', (_, sidecars) =>
  expect(found(API_SERVER, sidecars)).toEqual([]));
