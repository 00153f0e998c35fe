import { CircuitBreaker, HttpProvider, HttpService, LoadBalancing, Locality } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const found = (locality: Locality) => {
  const declared = new MeshDeclaration();
  const provider = HttpProvider.workload(newWorkload(declared.topology, 'users'), { targetPort: 8080 });
  const api = new HttpService(declared.topology, 'users-api', { provider, loadBalancing: LoadBalancing.random({ locality }) });
  declared.caller('web', api);
  declared.caller('app', api, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  declared.read();
  return declared.found('BST662').map(text => text.replace(/,.*/, ''));
};

test.each([Locality.NEAREST, Locality.failover({ a: 'b' }), Locality.failoverPriority(['zone']), Locality.zoneAware({ failover: { a: 'b' } })])('BST662: a caller without a breaker never learns that near endpoints fail', locality =>
  expect(found(locality)).toEqual(['error web calls users-api: users-api prefers endpoints by locality']));

test.each([Locality.ANYWHERE, Locality.zoneAware(), Locality.distribute([{ from: 'a', to: { b: 100 } }])])('where it is fixed whom requests go to, nobody has to learn anything', locality => expect(found(locality)).toEqual([]));
