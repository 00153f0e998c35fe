import { GatewayListener, TcpProvider, TcpService } from '../../src';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const routes = () => declared.emitted.filter(({ kind }) => kind.endsWith('Route'));

test('connections at a port of the gateway have a TCPRoute, which names no host', () => {
  declared.door({ listeners: [GatewayListener.tcp(9000)] }).exposes(declared.tcp('ledger'));
  expect(routes()).toMatchSnapshot();
});

test('those of versions are shared among their Services', () => {
  const workload = declared.workload('ledger', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
  const provider = TcpProvider.workload(workload, { port: 5000, kubernetesService: { perVersion: true } });
  declared.door({ listeners: [GatewayListener.tcp(9000)] }).exposes(new TcpService(declared.topology, 'ledger', { provider, weights: { v1: 75, v2: 25 } }));
  expect(declared.spec('TCPRoute', 'door.ledger').rules[0].backendRefs).toEqual([{ name: 'ledger-v1', port: 5000, weight: 75 }, { name: 'ledger-v2', port: 5000, weight: 25 }]);
});

test('connections by TLS that goes on have a TLSRoute, by the name that clients ask for', () => {
  declared.door({ listeners: [GatewayListener.tlsPassthrough({ hosts: SHOP })] }).exposes(declared.sealed());
  expect(routes()).toMatchSnapshot();
});

test('at a port of a Gateway that is there they are bound to that', () => {
  declared.door({ existingGateway: 'infra/public' }).exposes(declared.tcp('ledger'), { port: 9000 });
  expect(routes().map(({ kind, spec }) => [kind, spec.parentRefs])).toEqual([['TCPRoute', [{ name: 'public', namespace: 'infra', port: 9000 }]]]);
});
