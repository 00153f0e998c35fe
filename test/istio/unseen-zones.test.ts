import { HttpProvider, HttpService, IstioOptions, IstioVersion, LoadBalancing, Locality } from '../../src';
import { AmbientDeclaration } from '../support/ambient';
import { MeshDeclaration } from '../support/mesh';

const { V1_31: istioVersion } = IstioVersion;
const locality = Locality.zoneAware();
const KNOWING: IstioOptions = { istioVersion, selfDiscovery: true };

function found(declared: MeshDeclaration, loadBalancing: LoadBalancing): string[] {
  declared.caller('web', new HttpService(declared.topology, 'carts', { provider: HttpProvider.workload(declared.workload('orders'), { targetPort: 8080 }), loadBalancing }));
  declared.read();
  return declared.found('BST616');
}

test.each([LoadBalancing.leastRequest({ locality }), LoadBalancing.roundRobin({ locality }), LoadBalancing.random({ locality })])('zones are looked at by proxies that know the pods of their own workload: %j', loadBalancing =>
  expect(found(new MeshDeclaration(KNOWING), loadBalancing)).toEqual([]));

test('BST616: not by others', () => expect(found(new MeshDeclaration({ istioVersion }), LoadBalancing.random({ locality }))).toEqual([
  'error carts: loadBalancing cannot be carried: callers of carts share the endpoints of a zone by how many they are there, which proxies do not know without discovery of themselves; '
  + 'set ISTIO_META_ENABLE_SELF_DISCOVERY in proxyMetadata of MeshConfig, and give the mesh selfDiscovery true; or use Locality.NEAREST',
]));

test.each([LoadBalancing.stickyHeader('x-user', { locality }), LoadBalancing.stickyAddress({ locality })])('BST616: not where a hash decides: %j', loadBalancing =>
  expect(found(new MeshDeclaration(KNOWING), loadBalancing)).toEqual([expect.stringContaining('requests to carts go where a hash of theirs leads, whatever zone that is in')]));

test('BST616: not by waypoints', () =>
  expect(found(new AmbientDeclaration({ istioVersion }), LoadBalancing.random({ locality }))).toEqual([expect.stringContaining('the waypoint before carts does not look at zones; use Locality.NEAREST')]));

test('nobody is asked who names no zones', () => expect(found(new MeshDeclaration({ istioVersion }), LoadBalancing.random({ locality: Locality.ANYWHERE }))).toEqual([]));
