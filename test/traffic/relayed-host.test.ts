import { connectedOf, relayedAddressesOf } from '../../src/traffic/relayed-host';
import { relayedOutside } from '../support/gateway';

test('the gateway alone connects to the host, where the objects about it are; callers are sent to its Service', () => {
  const { hosts: [front, own] } = relayedOutside();
  expect([front.namespace, front.callers.map(({ path }) => path.split('/').pop()), connectedOf(front)]).toEqual(['front', ['web calls payments'], []]);
  expect([own.namespace, own.visibleTo, own.callers]).toEqual(['shop', ['istio-ingress'], []]);
  expect(connectedOf(own).map(({ callers, through }) => [callers.map(({ source }) => source.name), through])).toEqual([[['egress'], undefined]]);
  expect(front.through).toMatchObject({ host: 'egress.istio-ingress.svc.cluster.local', port: 443 });
});

test('each host is taken once', () => (
  expect(relayedAddressesOf(relayedOutside('b.example.com').service).map(({ host }) => host)).toEqual(['a-b.example.com', 'b.example.com'])));
