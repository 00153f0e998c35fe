import { HttpProvider, HttpService, IstioVersion, LoadBalancing, Locality, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const MESH = { istioVersion: IstioVersion.V1_31, selfDiscovery: true };
const served = (declared: MeshDeclaration, name: string, locality?: Locality, workload = declared.workload(name)) => (
  new HttpService(declared.topology, `${name}-api`, { provider: HttpProvider.workload(workload, { targetPort: 8080 }), loadBalancing: LoadBalancing.random({ locality }) }));

/** What is found of a workload that calls a service with this locality. */
function found(locality: Locality, declare: (declared: MeshDeclaration) => void = () => undefined): string[] {
  const declared = new MeshDeclaration(MESH);
  declare(declared);
  declared.caller('web', served(declared, 'goods', locality));
  declared.read();
  return declared.found('BST672');
}

test('BST672 finds a caller that no Service selects, whose proxy does not know how many it is in a zone', () => expect(found(Locality.zoneAware())).toEqual([
  'warning web calls goods-api: goods-api shares its endpoints by the zones of callers, and no Service of this program selects the pods of web, by which its proxy would learn of them; '
  + 'declare a service that web provides, or use Locality.NEAREST; acknowledge this if something else makes a Service for it',
]));

test('not one that provides a service, nor of what does not look at zones', () => {
  const declared = new MeshDeclaration(MESH);
  const web = declared.workload('web');
  served(declared, 'web', undefined, web);
  web.calls(served(declared, 'goods', Locality.zoneAware()));
  declared.read();
  expect([declared.found('BST672'), found(Locality.ANYWHERE)]).toEqual([[], []]);
});

test('nor one that is not ruled from here', () => {
  const declared = new MeshDeclaration(MESH);
  newWorkload(declared.topology, 'old', { standing: WorkloadStanding.FOREIGN }).calls(served(declared, 'goods', Locality.zoneAware()));
  declared.read();
  expect(declared.found('BST672')).toEqual([]);
});
