import { Synthesized } from '../synthesized';
import { denyByDefault } from './deny-by-default';

const shop = new Synthesized('guide', 'shop', denyByDefault);
const ingress = (name: string) => (shop.spec('NetworkPolicy', name).ingress as { from?: object[]; ports: { port: number }[] }[])
  .map(({ from, ports }) => [ports[0].port, from?.map(peer => ('ipBlock' in peer ? 'addresses' : 'podSelector' in peer ? 'pods' : 'namespace')) ?? 'anybody']);

test('each comes in at its port and nowhere else, by the network policy', () => {
  expect(ingress('web')).toEqual([[8080, ['addresses', 'addresses']], [8081, 'anybody'], [15_020, ['pods']]]);
  expect(ingress('policies')).toEqual([[8443, ['addresses']], [8444, ['namespace']], [9090, ['pods']], [15_020, ['pods']]]);
});

test('the sidecar lets in at these ports whoever has no identity, and knows nothing of 15020', () => {
  const source = { notPrincipals: ['*'] };
  expect(shop.spec('AuthorizationPolicy', 'policies').rules).toEqual([
    { from: [{ source: { ...source, ipBlocks: ['172.16.0.0/28'] } }], to: [{ operation: { ports: ['8443'] } }] },
    { from: [{ source: { namespaces: ['audit'] } }], to: [{ operation: { ports: ['8444'] } }] },
    { from: [{ source }], to: [{ operation: { ports: ['9090'] } }] },
  ]);
  expect(Object.keys(shop.spec('PeerAuthentication', 'policies').portLevelMtls)).toEqual(['8443', '9090']);
  expect(Object.keys(shop.spec('PeerAuthentication', 'web').portLevelMtls)).toEqual(['8080', '8081']);
});

test('who may be anybody may do two things and nothing else', () => {
  expect(shop.spec('AuthorizationPolicy', 'web').rules[1]).toEqual({ to: [{ operation: { ports: ['8081'], methods: ['GET'], paths: ['/assets/*', '/healthz'] } }] });
});

test('the API server is reached from the pods that call it alone, at the addresses behind its Service', () => {
  const egress = (name: string) => (shop.spec('NetworkPolicy', name).egress as { to: object[]; ports: object[] }[]).filter(({ to }) => 'ipBlock' in to[0]);
  expect(egress('policies')).toContainEqual({ to: ['172.16.0.2/32', '172.16.0.3/32'].map(cidr => ({ ipBlock: { cidr } })), ports: [{ protocol: 'TCP', port: 6443 }] });
  expect(egress('web')).toEqual([]);
});

test('servers at known addresses are reached there and nowhere else, by policy and by mesh', () => {
  const { egress } = shop.spec('NetworkPolicy', 'policies');
  expect(egress).toContainEqual({ to: ['10.20.0.11/32', '10.20.0.12/32'].map(cidr => ({ ipBlock: { cidr } })), ports: [{ protocol: 'TCP', port: 1521 }] });
  expect(egress.filter(({ ports }: { ports: { port: number }[] }) => ports[0].port === 1521)).toHaveLength(1);
  expect(shop.spec('ServiceEntry', 'ledger')).toMatchObject({ resolution: 'STATIC', endpoints: [{ address: '10.20.0.11' }, { address: '10.20.0.12' }] });
});

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
