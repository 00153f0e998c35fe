import { GatewayListener } from '../../src';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

const OTHER = ['other.example.com'];
const found = (hosts: string[], listeners: GatewayListener[]) => {
  const declared = new GatewayApiDeclaration();
  const door = declared.door({ listeners });
  door.exposes(declared.users(), { hosts: SHOP });
  door.exposes(declared.grpc(declared.workload('stock')), { hosts });
  declared.read();
  return declared.found('BST666');
};

test('of an HTTPRoute and a GRPCRoute for one host at one listener, one is not accepted', () =>
  expect(found(SHOP, [GatewayListener.http({ hosts: SHOP })])).toEqual([
    'error door exposes users-api at shop.example.com: host "shop.example.com" is for its HTTPRoute and for the GRPCRoute of "door exposes stock-grpc"; expose services of gRPC at a host of their own, or at another port',
  ]));

test.each([['a wildcard over it', ['*.example.com']], ['any host', ['*']]])('so it is where one of them is for %s', (_, hosts) =>
  expect(found(hosts, [GatewayListener.http()])).toEqual([expect.stringContaining('host "shop.example.com" is for its HTTPRoute')]));

test('at two listeners of one host it is told once', () =>
  expect(found(SHOP, [GatewayListener.http({ hosts: SHOP }), GatewayListener.http({ hosts: SHOP, port: 8080 })])).toHaveLength(1));

test('two hosts have each their own', () => expect(found(OTHER, [GatewayListener.http({ hosts: [...SHOP, ...OTHER] })])).toEqual([]));
