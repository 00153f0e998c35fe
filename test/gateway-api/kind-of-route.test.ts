import { GatewayListener, HttpProvider, HttpService } from '../../src';
import { kindOfExposure, kindOfRoute } from '../../src/gateway-api/kind-of-route';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const outside = () => new HttpService(declared.topology, 'outside', { provider: HttpProvider.external('https://a.example.com') });

test('requests have an HTTPRoute, calls of gRPC a GRPCRoute, bytes a TCPRoute', () => {
  const door = declared.door({ listeners: [GatewayListener.http(), GatewayListener.tcp(9000)] });
  for (const service of [declared.users(), declared.grpc(declared.workload('stock')), declared.tcp('ledger')]) door.exposes(service);
  expect(declared.together.map(kindOfExposure).sort()).toEqual(['GRPCRoute', 'HTTPRoute', 'TCPRoute']);
});

test('connections that a listener tells apart by name have a TLSRoute, those at a port of bytes a TCPRoute', () => {
  declared.door({ listeners: [GatewayListener.tlsPassthrough({ hosts: SHOP })] }).exposes(declared.sealed());
  expect(declared.together.map(together => [kindOfExposure(together), kindOfRoute(together.exposure.service)])).toEqual([['TLSRoute', 'TCPRoute']]);
});

test('requests to a third party have no other kind', () => {
  declared.door().exposes(outside());
  expect(declared.together.map(kindOfExposure)).toEqual(['HTTPRoute']);
});
