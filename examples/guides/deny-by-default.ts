import { Chart } from 'cdk8s';
import {
  AdmittedPeer, ExternalTrafficPolicy, HttpProvider, HttpService, Mesh, NetworkPeer, Platform, Pods, ServiceType, TcpProvider, TcpService,
  Topology, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** Who comes in, and who is reached, without a declared call. */
export function denyByDefault(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1` })) });
  const [web, policies] = ['web', 'policies'].map(workload);
  // #region prometheus
  const prometheus = { namespace: 'monitoring', podLabels: { 'app.kubernetes.io/name': 'prometheus' } };

  topology.everyWorkloadAdmits(AdmittedPeer.pods({ ...prometheus, port: 15020 }));
  policies.admits(AdmittedPeer.pods({ ...prometheus, port: 9090 }));
  // #endregion
  // #region balancer
  new HttpService(topology, 'shop-front', {
    provider: HttpProvider.workload(web, {
      targetPort: 8080,
      kubernetesService: { serviceType: ServiceType.LOAD_BALANCER, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL },
    }),
  });
  web.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24', '35.191.0.0/16'], port: 8080 }));
  // #endregion
  // #region webhook
  policies.admits(AdmittedPeer.addresses({ cidrs: ['172.16.0.0/28'], port: 8443 }));
  // #endregion
  // #region anyone
  web.admits(AdmittedPeer.anyone({ port: 8081, methods: ['GET'], paths: ['/healthz', '/assets/*'] }));
  policies.admits(AdmittedPeer.meshNamespace({ namespace: 'audit', port: 8444 }));
  // #endregion
  // #region endpoints
  const ledger = new TcpService(topology, 'ledger', {
    provider: TcpProvider.external({ host: 'ledger.corp.example.com', port: 1521, endpoints: ['10.20.0.11', '10.20.0.12'] }),
  });
  policies.uses(ledger);
  // #endregion
  // #region api-server
  policies.reaches(NetworkPeer.addresses({ cidrs: ['172.16.0.2/32', '172.16.0.3/32'], port: 6443 }));
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
