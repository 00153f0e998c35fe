import { ConnectionPool } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

describe('BST655 relayed-otherwise', () => {
  const found = (maxConnections: number) => {
    const declared = new MeshDeclaration();
    const payments = declared.payments();
    const limited = (limit: number) => ({ connectionPool: ConnectionPool.limits({ maxConnections: limit }) });
    declared.caller('web', payments, limited(7));
    declared.caller('app', payments, limited(maxConnections));
    newGateway(declared.topology, {}, 'egress').relays(payments);
    declared.read();
    return declared.found('BST655').map(text => text.replace(/;.*/, ''));
  };
  test('finds callers that limit their connections otherwise', () => (
    expect(found(8)).toEqual(['error egress relays payments: its callers in namespace shop say different things of their connections: app, web'])));
  test('accepts those that agree', () => expect(found(7)).toEqual([]));
});
