import { Synthesized } from '../synthesized';
import { machines } from './machines';

const shop = new Synthesized('guide', 'shop', machines);
const ofKind = (kind: string) => shop.objects.filter(object => object.kind === kind);
const specOf = (kind: string, name: string) => ofKind(kind).find(({ metadata }) => metadata.name === name)!.spec;

test('each machine has an entry, and those that make themselves known have a group', () => {
  expect(ofKind('WorkloadEntry').map(({ spec }) => spec)).toEqual([
    { address: '10.20.0.11', labels: { app: 'billing' }, serviceAccount: 'billing', locality: 'eu/eu-1' },
    { address: '10.20.0.12', labels: { app: 'billing' }, serviceAccount: 'billing', locality: 'eu/eu-2', weight: 2 },
  ]);
  expect(specOf('WorkloadGroup', 'reports')).toEqual({
    metadata: { labels: { app: 'reports' } }, template: { serviceAccount: 'reports' },
    probe: { periodSeconds: 5, httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' } },
  });
});

test('network policies let pods out to machines, and machines in to pods, by their addresses; machines have none', () => {
  expect(ofKind('NetworkPolicy').map(({ metadata }) => metadata.name)).toEqual(['rates', 'web']);
  expect(specOf('NetworkPolicy', 'rates').ingress).toEqual([
    { from: [{ ipBlock: { cidr: '10.20.0.11/32' } }, { ipBlock: { cidr: '10.20.0.12/32' } }], ports: [{ protocol: 'TCP', port: 8080 }] },
  ]);
  expect(specOf('NetworkPolicy', 'web').egress).toEqual(expect.arrayContaining([
    { to: [{ ipBlock: { cidr: '10.20.0.11/32' } }, { ipBlock: { cidr: '10.20.0.12/32' } }], ports: [{ protocol: 'TCP', port: 8080 }] },
    { to: [{ ipBlock: { cidr: '10.20.1.0/24' } }], ports: [{ protocol: 'TCP', port: 8080 }] },
  ]));
});

test('the sidecars of machines let in who is declared, and take mutual TLS alone', () => {
  expect(specOf('AuthorizationPolicy', 'billing').selector).toEqual({ matchLabels: { app: 'billing' } });
  expect(specOf('PeerAuthentication', 'billing').mtls).toEqual({ mode: 'STRICT' });
});
