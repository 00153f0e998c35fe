import { Chart, Duration } from 'cdk8s';
import {
  AdmittedPeer, HttpProvider, HttpService, InteractionModel, Jwt, Kafka, KafkaProvider, Mesh, MutualTls, Platform, Pods, Redis,
  RedisProvider, ServiceType, TcpProvider, TcpService, Topology, Workload, WorkloadStanding,
} from 'cdk8s-backing-services';
import { Deployment } from 'cdk8s-plus-28';
import { CheckExample } from './example';

/** Calls that are refused for what they are made on, or when, or twice. */
export const REFUSED_ELEMENTS: readonly CheckExample[] = [
  {
    code: 'BST001',
    bad: ({ topology, web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(2) });
      topology.acknowledge('BST102', web, 'the shop has always waited so long');
    },
    good: ({ web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(2) });
    },
  },
  {
    code: 'BST002',
    bad: ({ topology }) => {
      topology.acknowledge('deadline-inversion', topology, 'the shop has always waited so long');
    },
    good: ({ topology, web, orders, carts }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      const call = web.calls(carts, { timeout: Duration.seconds(1) });
      orders.calls(bank, { timeout: Duration.seconds(2) });
      topology.acknowledge('BST102', call, 'the shop has always waited so long');
    },
  },
  {
    code: 'BST003',
    bad: ({ chart, carts }) => {
      const tills = new Topology(new Chart(chart, 'tills', { namespace: 'tills' }), 'tills');
      const till = new Workload(tills, 'till', { pods: Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' }) });
      till.calls(carts);
    },
    good: ({ chart }) => {
      const tills = new Topology(new Chart(chart, 'tills', { namespace: 'tills' }), 'tills');
      const till = new Workload(tills, 'till', { pods: Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' }) });
      const provider = HttpProvider.inCluster({ service: 'carts', namespace: 'shop', podLabels: { app: 'orders' }, targetPort: 8080 });
      till.calls(new HttpService(tills, 'carts', { provider }));
    },
  },
  {
    code: 'BST006',
    bad: ({ web, carts }) => {
      web.calls(carts);
      web.calls(carts, { timeout: Duration.seconds(2) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(2) });
    },
  },
  {
    code: 'BST012',
    bad: ({ chart, topology, web, carts }) => {
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
      web.calls(carts);
    },
    good: ({ chart, topology, web, carts }) => {
      web.calls(carts);
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
    },
  },
  {
    code: 'BST013',
    bad: ({ chart }) => {
      const tills = new Topology(new Chart(chart.node.root, 'tills'), 'tills');
      new Workload(tills, 'till', { pods: Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' }) });
    },
    good: ({ chart }) => {
      const tills = new Topology(new Chart(chart.node.root, 'tills', { namespace: 'tills' }), 'tills');
      new Workload(tills, 'till', { pods: Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' }) });
    },
  },
  {
    code: 'BST020',
    bad: ({ web, carts }) => {
      web.calls(carts, { containers: ['sidecar'] });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { containers: ['web'] });
    },
  },
  {
    code: 'BST025',
    bad: ({ topology }) => {
      new Workload(topology, 'till', { pods: Pods.fromLabels({ labels: {}, serviceAccountName: 'till' }) });
    },
    good: ({ topology }) => {
      new Workload(topology, 'till', { pods: Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' }) });
    },
  },
  {
    code: 'BST030',
    bad: ({ topology }) => {
      new Topology(topology, 'tills');
    },
    good: ({ chart }) => {
      new Topology(new Chart(chart, 'tills', { namespace: 'tills' }), 'tills');
    },
  },
  {
    code: 'BST031',
    bad: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      new Workload(topology, 'till', { pods, serviceAccountName: 'robot' });
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      new Workload(topology, 'till', { pods });
    },
  },
  {
    code: 'BST043',
    bad: ({ chart, topology }) => {
      const tills = new Chart(chart, 'tills');
      new Deployment(tills, 'till', { metadata: { name: 'till' }, containers: [{ image: 'registry.example.com/till:1' }] });
      new Deployment(tills, 'drawer', { metadata: { name: 'drawer' }, containers: [{ image: 'registry.example.com/drawer:1' }] });
      new Workload(topology, 'till', { pods: Pods.of(tills) });
    },
    good: ({ chart, topology }) => {
      const tills = new Chart(chart, 'tills');
      new Deployment(tills, 'till', { metadata: { name: 'till' }, containers: [{ image: 'registry.example.com/till:1' }] });
      new Deployment(tills, 'drawer', { metadata: { name: 'drawer' }, containers: [{ image: 'registry.example.com/drawer:1' }] });
      new Workload(topology, 'till', { pods: Pods.named(tills, 'Deployment/till') });
    },
  },
  {
    code: 'BST046',
    bad: ({ topology, web }) => {
      new HttpService(topology, 'pages', {
        provider: HttpProvider.workload(web, { targetPort: 8080, headless: true, kubernetesService: { serviceType: ServiceType.NODE_PORT } }),
      });
      web.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 8080 }));
    },
    good: ({ topology, web }) => {
      new HttpService(topology, 'pages', {
        provider: HttpProvider.workload(web, { targetPort: 8080, kubernetesService: { serviceType: ServiceType.NODE_PORT } }),
      });
      web.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 8080 }));
    },
  },
  {
    code: 'BST421',
    bad: ({ topology, orders }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      orders.publishes(kafka.topic('created', { settings: { 'retention.msec': '60000' } }));
    },
    good: ({ topology, orders }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      orders.publishes(kafka.topic('created', { settings: { 'retention.ms': '60000' } }));
    },
  },
  {
    code: 'BST529',
    bad: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      const till = new Workload(topology, 'till', { pods, standing: WorkloadStanding.FOREIGN });
      till.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 8080 }));
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      const till = new Workload(topology, 'till', { pods, standing: WorkloadStanding.MIGRATING });
      till.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 8080 }));
    },
  },
  {
    code: 'BST541',
    bad: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      const till = new Workload(topology, 'till', { pods, standing: WorkloadStanding.FOREIGN });
      till.requires(Jwt.ofIssuer('https://issuer.example.com'), { ports: [8080] });
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'till' }, serviceAccountName: 'till' });
      const till = new Workload(topology, 'till', { pods, standing: WorkloadStanding.MIGRATING });
      till.requires(Jwt.ofIssuer('https://issuer.example.com'), { ports: [8080] });
    },
  },
  {
    code: 'BST544',
    bad: ({ chart, topology }) => {
      const mesh = Mesh.istio({ namespacePolicies: { 'istio-system': { mutualTls: MutualTls.STRICT } } });
      new Platform(chart, 'platform', { topology, mesh });
    },
    good: ({ chart, topology }) => {
      const mesh = Mesh.istio({ meshPolicy: { mutualTls: MutualTls.STRICT } });
      new Platform(chart, 'platform', { topology, mesh });
    },
  },
  {
    code: 'BST615',
    bad: ({ topology, web }) => {
      const ldap = new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 389 }) });
      web.calls(ldap, { timeout: Duration.seconds(1) });
    },
    good: ({ topology, web }) => {
      const ldap = new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 389 }) });
      web.calls(ldap, { connectTimeout: Duration.seconds(1) });
    },
  },
  {
    code: 'BST618',
    bad: ({ topology, web }) => {
      const provider = RedisProvider.inCluster({ service: 'cache', namespace: 'data', podLabels: { app: 'cache' } });
      web.calls(new Redis(topology, 'cache', { provider }));
    },
    good: ({ topology, web }) => {
      const provider = RedisProvider.inCluster({ service: 'cache', namespace: 'data', podLabels: { app: 'cache' } });
      web.uses(new Redis(topology, 'cache', { provider }));
    },
  },
  {
    code: 'BST624',
    bad: ({ web, carts }) => {
      web.calls(carts, { interaction: InteractionModel.STREAM, timeout: Duration.seconds(2) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { interaction: InteractionModel.STREAM, connectTimeout: Duration.seconds(2) });
    },
  },
];
