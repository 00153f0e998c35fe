import { Duration } from 'cdk8s';
import { ConnectionPool, HttpProvider, HttpService, IstioVersion, LoadBalancing, Locality, LoadBalancingOptions, RetryPolicy } from '../../src';
import { MeshDeclaration } from './mesh';

/** All that came with Istio 1.31, for a version; what is found of it is accepted. */
export function newerDeclaration(istioVersion: IstioVersion): MeshDeclaration {
  const declared = new MeshDeclaration({ istioVersion, selfDiscovery: true });
  const web = declared.workload('web');
  const served = (name: string, locality: LoadBalancingOptions['locality']) => new HttpService(declared.topology, name, {
    provider: HttpProvider.workload(declared.workload(`${name}-pods`), { targetPort: 8080 }),
    loadBalancing: LoadBalancing.roundRobin({ locality, warmup: { duration: Duration.minutes(1), aggression: 0.5 } }),
  });
  const services = [served('zoned', Locality.zoneAware({ minClusterSize: 2 })), served('anywhere', Locality.ANYWHERE)];
  const pool = {
    retryBudget: { budgetInterval: Duration.seconds(10) },
    http2KeepAlive: { interval: Duration.seconds(30), timeout: Duration.seconds(5) },
  };
  const call = web.calls(declared.grpc(declared.workload('orders')), { connectionPool: ConnectionPool.limits(pool), retry: RetryPolicy.attempts(0) });
  for (const service of services) declared.topology.acknowledge('BST672', web.calls(service), 'a Service is made by hand');
  if (istioVersion === IstioVersion.V1_30) for (const subject of [call, ...services]) declared.topology.acknowledge('BST616', subject, 'a later version follows');
  declared.read();
  return declared;
}
