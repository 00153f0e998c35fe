import { ExposeOptions, GatewayListener } from '../../src';
import { exposedHostsOf } from '../../src/traffic/exposed-host';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const hosts = (declared: MeshDeclaration) => exposedHostsOf(declared.topology.read(), 'cluster.local').map(({ gateway, host, exposed }) => (
  `${gateway.name} ${host}: ${exposed.map(({ to }) => `${to.service.name} at ${to.host}`).join(', ')}`));

test('a service is exposed at all hosts that its gateway listens for, or at those that are said; each host once', () => {
  const declared = new MeshDeclaration();
  const door = newGateway(declared.topology, { listeners: [
    GatewayListener.redirectToHttps({ hosts: ['old.example.com'] }), GatewayListener.http({ hosts: ['a.example.com', '*.example.org'] }),
    GatewayListener.https({ hosts: ['a.example.com'], certificateSecret: 'a' }), GatewayListener.tcp(9000),
  ] });
  door.exposes(declared.users());
  door.exposes(declared.payments(), { hosts: ['b.example.org'] });
  door.exposes(declared.tcp('echo'));
  const users = 'users-api at users-api.shop.svc.cluster.local';
  expect(hosts(declared)).toEqual(['door *: echo at echo.shop.svc.cluster.local', 'door b.example.org: payments at payments.example.com', `door *.example.org: ${users}`, `door a.example.com: ${users}`]);
});

test('two gateways have hosts of their own', () => {
  const declared = new MeshDeclaration();
  const users = declared.users();
  for (const id of ['door', 'window']) newGateway(declared.topology, undefined, id).exposes(users);
  expect(hosts(declared)).toHaveLength(2);
});

test('a host is at the listeners that clients of it reach and the service is heard at, in the order that they are said in', () => {
  const at = (options: ExposeOptions) => {
    const declared = new MeshDeclaration();
    const listeners = [
      GatewayListener.https({ hosts: ['*.example.com'], certificateSecret: 'a' }), GatewayListener.https({ hosts: ['staff.example.com'], certificateSecret: 'b' }),
      GatewayListener.http({ hosts: ['*.example.com'] }), GatewayListener.redirectToHttps({ port: 81 }),
    ];
    newGateway(declared.topology, { listeners }).exposes(declared.users(), options);
    return exposedHostsOf(declared.topology.read(), 'cluster.local').map(({ host, listeners: reached }) => [host, ...reached.map(({ port, hosts: [first] }) => `${port} ${first}`)]);
  };
  expect(at({ hosts: ['staff.example.com', 'a.example.com'] })).toEqual([['a.example.com', '443 *.example.com', '80 *.example.com'], ['staff.example.com', '443 staff.example.com', '80 *.example.com']]);
  expect(at({ hosts: ['staff.example.com'], port: 80 })).toEqual([['staff.example.com', '80 *.example.com']]);
});
