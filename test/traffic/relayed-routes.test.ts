import { relayedRequestsOf, relayedRoutesOf } from '../../src/traffic/relayed-routes';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

test('a gateway has one route for all that comes for a host to its port, and it leads to the host', () => {
  const declared = new MeshDeclaration();
  const payments = declared.payments();
  newGateway(declared.topology, {}, 'egress').relays(payments, { port: 8443 });
  const [{ host, members: [member] }] = relayedRoutesOf(declared.topology.read(), 'cluster.local');
  expect([host, member.to.port, member.relay.said.port]).toEqual(['payments.example.com', 80, 8443]);
  expect(relayedRequestsOf(member)).toEqual([expect.objectContaining({ name: 'payments-all', matches: [{ port: 8443 }], shares: [{ weight: 100 }], timeout: undefined, retry: undefined })]);
});
