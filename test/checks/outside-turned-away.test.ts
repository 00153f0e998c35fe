import { AdmittedPeer, Gateway, HttpProvider, HttpService, Pods, ServiceType, Workload, WorkloadStanding } from '../../src';
import { Declaration } from '../support/topology';

function declare(serviceType: ServiceType | undefined, standing?: WorkloadStanding): Declaration {
  const declared = new Declaration();
  const server = new Workload(declared.topology, 'frontend', { pods: Pods.fromLabels({ labels: { app: 'frontend' } }), standing });
  const shop = new HttpService(declared.topology, 'shop-web', { provider: HttpProvider.workload(server, { targetPort: 8080, kubernetesService: { serviceType } }) });
  new Gateway(declared.topology, 'ingress', { pods: Pods.fromLabels({ labels: { app: 'ingress' } }) }).calls(shop);
  return declared;
}
const found = (serviceType: ServiceType | undefined, standing?: WorkloadStanding) => declare(serviceType, standing).found('BST528');

describe('BST528 outside-turned-away', () => {
  test.each([ServiceType.LOAD_BALANCER, ServiceType.NODE_PORT])('finds a %s in front of pods that are guarded', type => expect(found(type)).toEqual([
    `error shop-web: a ${type} Service is to let in who is outside, and policies guard frontend, which turn away whoever is no declared caller; `
    + 'let in the addresses that they come from, by frontend.admits() of AdmittedPeer.addresses() with port 8080; or '
    + 'declare the Gateway that lets them in as a caller of shop-web and leave serviceType out, or give frontend the standing MIGRATING until then']));

  test.each([undefined, ServiceType.CLUSTER_IP])('accepts a gateway as the caller, and the type %s', type => expect(found(type)).toEqual([]));

  test.each([WorkloadStanding.MIGRATING, WorkloadStanding.FOREIGN])('accepts a load balancer in front of pods that are %s', standing =>
    expect(found(ServiceType.LOAD_BALANCER, standing)).toEqual([]));

  test('accepts a load balancer where the addresses are let in at the port of the pods, and at no other', () => {
    const at = (...peers: AdmittedPeer[]) => {
      const declared = declare(ServiceType.LOAD_BALANCER);
      peers.forEach(peer => declared.topology.everyWorkloadAdmits(peer));
      return declared.found('BST528').length;
    };
    const cidrs = ['0.0.0.0/0'];
    expect(at(AdmittedPeer.addresses({ cidrs, port: 8080 }))).toBe(0);
    expect(at(AdmittedPeer.addresses({ cidrs, port: 80 }), AdmittedPeer.pods({ namespace: 'a', podLabels: { a: 'b' }, port: 8080 }))).toBe(1);
  });

  test('finds another service at the port of the Service that the load balancer gives out too', () => {
    const declared = declare(ServiceType.LOAD_BALANCER);
    const server = declared.topology.node.findAll().find((each): each is Workload => each.node.id === 'frontend') as Workload;
    new HttpService(declared.topology, 'admin', { provider: HttpProvider.workload(server, { service: 'shop-web', port: 81, targetPort: 8081 }) });
    server.admits(AdmittedPeer.addresses({ cidrs: ['0.0.0.0/0'], port: 8080 }));
    expect(declared.found('BST528')).toEqual([expect.stringMatching(/^error admin: .* with port 8081; /)]);
  });

  test('is acknowledged on the service', () => {
    const declared = declare(ServiceType.LOAD_BALANCER);
    declared.topology.acknowledge('BST528', declared.topology.node.findChild('shop-web') as HttpService, 'a policy by hand lets the load balancer in');
    expect(declared.found('BST528')).toEqual([]);
  });
});
