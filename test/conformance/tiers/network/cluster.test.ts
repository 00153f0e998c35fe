import { ANYWHERE, Cluster, edge, PUBLIC } from './cluster';
import { openPod, outside, Place, Role } from './place';

const guarded = (owner: string): Place => ({ ...openPod(Role.WORKLOAD, owner, 'shop', { app: owner }), guarded: true });
const web = guarded('web');
const api = guarded('api');
const gateway = openPod(Role.WORKLOAD, 'gateway', 'edge', {});
const stranger = openPod(Role.STRANGER, 'stranger', 'shop', {});
const thirdParty = outside('range', '203.0.113.7');
const cluster = new Cluster([web, api, gateway, stranger, thirdParty], [
  edge('gateway', 'web', 8000), edge('web', 'api', 8080), edge('web', ANYWHERE, 443), edge('api', 'range', 636),
]);

const expects = (from: Place, to: Place, port: number, transport: 'TCP' | 'UDP' = 'TCP') => cluster.expects({ from, to, port, transport });

test('a connection is declared in one direction, on one port, by one transport', () => {
  expect(expects(web, api, 8080)).toBe(true);
  expect([expects(api, web, 8080), expects(web, api, 8081), expects(web, api, 8080, 'UDP'), expects(stranger, api, 8080)]).not.toContain(true);
});

test('what nobody guards is open to what nobody guards, and to no other', () => {
  expect(expects(gateway, stranger, 1)).toBe(true);
  expect([expects(gateway, api, 8080), expects(web, stranger, 8000), expects(web, gateway, 8000)]).not.toContain(true);
});

test('a third party that may be anywhere opens its port to everything that is not guarded', () => {
  expect([expects(web, thirdParty, 443), expects(web, stranger, 443)]).toEqual([true, true]);
  expect([expects(web, api, 443), expects(api, thirdParty, 443), expects(web, thirdParty, 636)]).not.toContain(true);
});

test('a third party that is at a public address opens its port to those alone', () => {
  const spread = new Cluster(cluster.places, [edge('web', PUBLIC, 443)]);
  const reached = [thirdParty, stranger, api].map(to => spread.expects({ from: web, to, port: 443, transport: 'TCP' }));
  expect(reached).toEqual([true, false, false]);
});

test('a third party with ranges is reached there', () => expect([expects(api, thirdParty, 636), expects(api, stranger, 636)]).toEqual([true, false]));

test('an edge that nobody has is a mistake', () => {
  expect(() => new Cluster([web], [edge('web', 'nobody', 1)])).toThrow('no place belongs to nobody');
});

test('flows are those between different places, on every port', () => {
  expect(cluster.flows([web, api], [web, api], [1, 2], ['TCP', 'UDP'])).toHaveLength(8);
  expect([cluster.ports, cluster.anywherePorts]).toEqual([[8000, 8080, 443, 636], [443]]);
});
