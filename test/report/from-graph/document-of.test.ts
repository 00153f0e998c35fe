import { AccessPolicy, AdmittedPeer, Finding, Jwt, MachineProbe, Machines, MutualTls, NetworkPeer, Pods, Severity, Workload } from '../../../src';
import { WorkloadStanding } from '../../../src/model/workload-standing';
import { documentOf } from '../../../src/report/from-graph/document-of';
import { AnyService, newTopology, newWorkload } from '../../support/declare';

const finding: Finding = { code: 'BST999', severity: Severity.INFO, path: 'shop', problem: 'it is so', fix: 'do otherwise' };

test('a workload, its versions and what is known of them', () => {
  const shop = newTopology();
  new Workload(shop, 'users', { pods: Pods.fromLabels({ labels: { app: 'u' }, versions: [{ name: 'v1', labels: { version: 'v1' } }] }), standing: WorkloadStanding.FOREIGN });
  expect(documentOf(shop.read(), [], []).workloads).toEqual([{
    path: 'chart/shop/workloads/users', name: 'users', namespace: 'shop', serviceAccountName: 'default', selector: { app: 'u' }, standing: 'foreign',
    versions: [{ name: 'v1', labels: { app: 'u', version: 'v1' }, replicas: undefined }], replicas: undefined,
  }]);
});

test('the machines that a workload runs on, and how they are asked', () => {
  const shop = newTopology();
  newWorkload(shop, 'archive', { pods: Machines.group({ labels: { app: 'a' }, cidrs: ['192.0.2.0/24'], locality: 'eu', weight: 2, probe: MachineProbe.httpGet(8080) }) });
  newWorkload(shop, 'billing', { pods: Machines.at([{ address: '192.0.2.7', version: 'v1', weight: 3 }], { labels: { app: 'b' } }) });
  expect(documentOf(shop.read(), [], []).workloads.map(({ machines }) => machines)).toEqual([
    { known: undefined, cidrs: ['192.0.2.0/24'], locality: 'eu', weight: 2, probe: 'GET / at port 8080' },
    { known: [{ address: '192.0.2.7', version: 'v1', locality: undefined, weight: 3 }], cidrs: ['192.0.2.7/32'], locality: undefined, weight: undefined, probe: undefined },
  ]);
});

test('whom a workload lets in without a declared call, and nothing where that is nobody', () => {
  const shop = newTopology();
  const [web] = ['web', 'other'].map(id => new Workload(shop, id, { pods: Pods.fromLabels({ labels: { app: id } }) }));
  const prometheus = { namespace: 'monitoring', podLabels: { app: 'prometheus' }, serviceAccountName: 'prometheus', port: 9090 };
  web.admits(AdmittedPeer.meshPods(prometheus));
  web.admits(AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16'], port: 8080 }));
  expect(documentOf(shop.read(), [], []).workloads.map(({ admits }) => admits))
    .toEqual([undefined, [{ cidrs: ['35.191.0.0/16'], port: 8080 }, { ...prometheus, identity: 'mesh' }]]);
});

test('who is let in is told with the requests, and whether it has an identity', () => {
  const shop = newTopology();
  const requests = { methods: ['GET'], paths: ['/health'] };
  const web = new Workload(shop, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' } }) });
  web.admits(AdmittedPeer.anyone({ ...requests, port: 8080 }));
  web.admits(AdmittedPeer.meshNamespace({ namespace: 'front', port: 8081 }));
  const door = { namespace: 'doors', podLabels: { app: 'door' }, serviceAccountName: 'door', clientCidrs: ['203.0.113.0/24'], port: 8082 };
  web.admits(AdmittedPeer.meshPods(door));
  expect(documentOf(shop.read(), [], []).workloads[0].admits).toEqual([
    { ...requests, identity: 'any', port: 8080 }, { identity: 'mesh', namespace: 'front', port: 8081 }, { ...door, identity: 'mesh' }]);
});

test('the tokens that a workload demands and the policies that it has', () => {
  const shop = newTopology();
  const [web] = ['web', 'other'].map(id => new Workload(shop, id, { pods: Pods.fromLabels({ labels: { app: id } }) }));
  const scope = { claims: { groups: ['a'] }, ports: [8080], exceptPaths: ['/health'], exceptMethods: ['OPTIONS'], optional: true };
  web.requires(Jwt.ofIssuer('https://a.example.com', { audiences: ['shop'] }), scope);
  web.enforces(AccessPolicy.custom('asked', { provider: 'opa', rules: [{}] }));
  web.enforces(AccessPolicy.deny('tried', { rules: [{ methods: ['PUT'] }], dryRun: true }));
  expect(documentOf(shop.read(), [], []).workloads.map(({ requires, enforces }) => ({ requires, enforces }))).toEqual([{}, {
    requires: [{ issuer: 'https://a.example.com', audiences: ['shop'], ...scope }],
    enforces: [{ name: 'asked', action: 'CUSTOM', dryRun: false, provider: 'opa' }, { name: 'tried', action: 'DENY', dryRun: true, provider: undefined }],
  }]);
});

test('which connections the pods of a workload take, and why plaintext', () => {
  const shop = newTopology();
  const off = MutualTls.disabled('its replicas speak plaintext');
  newWorkload(shop, 'web', { mutualTls: MutualTls.STRICT.atPort(9090, off).atPort(80, MutualTls.STRICT) });
  newWorkload(shop, 'silent');
  expect(documentOf(shop.read(), [], []).workloads.map(({ mutualTls }) => mutualTls)).toEqual([undefined, {
    mode: 'STRICT', reason: undefined, ports: [{ port: 80, mode: 'STRICT' }, { port: 9090, mode: 'DISABLE', reason: 'its replicas speak plaintext' }],
  }]);
});

test('whom one workload may reach that others may not, with its addresses sorted', () => {
  const shop = newTopology();
  const [web] = ['web', 'other'].map(id => new Workload(shop, id, { pods: Pods.fromLabels({ labels: { app: id } }) }));
  web.reaches(NetworkPeer.pods({ namespace: 'data', podLabels: { app: 'dns' }, port: 53, udp: true }));
  web.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.11/32', '203.0.113.10/32'], port: 6443 }));
  expect(documentOf(shop.read(), [], []).workloads.map(({ reaches }) => reaches)).toEqual([undefined, [
    { namespace: 'data', podLabels: { app: 'dns' }, port: 53, udp: true }, { cidrs: ['203.0.113.10/32', '203.0.113.11/32'], port: 6443, udp: false },
  ]]);
});

test('what a workload is told, by name', () => {
  const shop = newTopology();
  new Workload(shop, 'web', { pods: Pods.fromLabels({ labels: { app: 'w' } }) }).uses(new AnyService(shop, 'any', AnyService.traits()), { bindingName: 'own' });
  expect(documentOf(shop.read(), [], []).bindings).toEqual([
    { consumer: 'chart/shop/workloads/web', service: 'chart/shop/any', name: 'own', variables: ['OWN_GROUPS'], files: [] },
  ]);
});

test('findings of every severity, and the accepted ones with their reasons', () => {
  const more = { ...finding, more: 'than is asked' };
  const { findings, acknowledgements } = documentOf(newTopology().read(), [more], [{ ...more, reason: 'it is right here' }]);
  expect(findings).toEqual([finding]);
  expect(acknowledgements).toEqual([{ finding, reason: 'it is right here' }]);
});
