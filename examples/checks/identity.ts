import { ApiObject } from 'cdk8s';
import {
  AccessPolicy, AdmittedPeer, HttpProvider, HttpService, Jwt, Mesh, MutualTls, Platform, Pods, TcpProvider, TcpService, Workload,
  WorkloadStanding,
} from 'cdk8s-backing-services';
import { Deployment } from 'cdk8s-plus-28';
import { CheckExample } from './example';

/** Who somebody is, whom connections are of, and who is let in. */
export const IDENTITY: readonly CheckExample[] = [
  {
    code: 'BST506',
    bad: ({ topology, carts }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' } });
      new Workload(topology, 'till', { pods }).calls(carts);
    },
    good: ({ topology, carts }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      new Workload(topology, 'till', { pods }).calls(carts);
    },
  },
  {
    code: 'BST522',
    bad: ({ topology, carts }) => {
      const workload = (name: string, serviceAccountName: string) => new Workload(topology, name, {
        pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName }),
      });
      workload('till', 'robot').calls(carts);
      workload('report', 'robot');
    },
    good: ({ topology, carts }) => {
      const workload = (name: string, serviceAccountName: string) => new Workload(topology, name, {
        pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName }),
      });
      workload('till', 'till').calls(carts);
      workload('report', 'report');
    },
  },
  {
    code: 'BST611',
    bad: ({ chart, topology }) => {
      const made = new Deployment(chart, 'probe', { hostNetwork: true, containers: [{ image: 'registry.example.com/probe:1' }] });
      new Workload(topology, 'probe', { pods: Pods.of(made) });
    },
    good: ({ chart, topology }) => {
      const made = new Deployment(chart, 'probe', { containers: [{ image: 'registry.example.com/probe:1' }] });
      new Workload(topology, 'probe', { pods: Pods.of(made) });
    },
  },
  {
    code: 'BST623',
    bad: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till', namespace: 'istio-system' });
      new Workload(topology, 'till', { pods });
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till', namespace: 'tills' });
      new Workload(topology, 'till', { pods });
    },
  },
  {
    code: 'BST641',
    bad: ({ topology, orders }) => {
      new TcpService(topology, 'store', { provider: TcpProvider.workload(orders, { port: 5000 }) });
      orders.admits(AdmittedPeer.anyone({ port: 5000, paths: ['/health'] }));
    },
    good: ({ topology, orders }) => {
      new TcpService(topology, 'store', { provider: TcpProvider.workload(orders, { port: 5000 }) });
      orders.admits(AdmittedPeer.anyone({ port: 5000 }));
    },
  },
  {
    code: 'BST642',
    bad: ({ orders }) => {
      orders.enforces(AccessPolicy.deny('no-guests', { rules: [{ notRequestPrincipals: ['*'] }] }));
    },
    good: ({ orders }) => {
      orders.requires(Jwt.ofIssuer('https://issuer.example.com'), { optional: true });
      orders.enforces(AccessPolicy.deny('no-guests', { rules: [{ notRequestPrincipals: ['*'] }] }));
    },
  },
  {
    code: 'BST643',
    bad: ({ orders }) => {
      orders.enforces(AccessPolicy.custom('rights', { provider: 'opa', rules: [{ ports: [8080] }] }));
      orders.enforces(AccessPolicy.custom('limits', { provider: 'quota', rules: [{ ports: [8080] }] }));
    },
    good: ({ orders }) => {
      orders.enforces(AccessPolicy.custom('rights', { provider: 'opa', rules: [{ ports: [8080] }] }));
      orders.enforces(AccessPolicy.custom('limits', { provider: 'opa', rules: [{ ports: [8080] }] }));
    },
  },
  {
    code: 'BST644',
    bad: ({ topology }) => {
      new Workload(topology, 'stock', {
        pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }),
        mutualTls: MutualTls.permissive('the tills have no sidecar until March'),
      });
    },
    good: ({ topology }) => {
      new Workload(topology, 'stock', {
        pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }),
        mutualTls: MutualTls.STRICT,
      });
    },
  },
  {
    code: 'BST645',
    also: ['BST644'],
    bad: ({ topology, web }) => {
      const stock = new Workload(topology, 'stock', {
        pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }),
        mutualTls: MutualTls.disabled('the tills have no sidecar until March'),
      });
      web.calls(new HttpService(topology, 'stock-api', { provider: HttpProvider.workload(stock) }));
    },
    good: ({ topology, web }) => {
      const stock = new Workload(topology, 'stock', {
        pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }),
        mutualTls: MutualTls.permissive('the tills have no sidecar until March'),
      });
      web.calls(new HttpService(topology, 'stock-api', { provider: HttpProvider.workload(stock) }));
      topology.acknowledge('BST644', stock, 'the tills get their sidecars in March');
    },
  },
  {
    code: 'BST646',
    bad: ({ chart, topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      new Workload(topology, 'till', { pods, standing: WorkloadStanding.MIGRATING });
      const mesh = Mesh.istio({ namespacePolicies: { shop: { denyByDefault: true } } });
      new Platform(chart, 'platform', { topology, mesh });
    },
    good: ({ chart, topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      new Workload(topology, 'till', { pods, standing: WorkloadStanding.GUARDED });
      const mesh = Mesh.istio({ namespacePolicies: { shop: { denyByDefault: true } } });
      new Platform(chart, 'platform', { topology, mesh });
    },
  },
  {
    code: 'BST647',
    bad: ({ chart, topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' });
      new Workload(topology, 'stock', { pods });
      new ApiObject(chart, 'mine', {
        apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'mine' },
        spec: { selector: { matchLabels: { app: 'stock' } }, mtls: { mode: 'STRICT' } },
      });
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' });
      new Workload(topology, 'stock', { pods, mutualTls: MutualTls.STRICT });
    },
  },
];
