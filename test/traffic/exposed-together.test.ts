import { GatewayListener } from '../../src';
import { exposedTogetherOf } from '../../src/traffic/exposed-together';
import { GatewayApiDeclaration } from '../support/gateway-api';

const told = ({ topology }: GatewayApiDeclaration) => exposedTogetherOf(topology.read(), 'cluster.local')
  .map(({ exposure, hosts, listeners, isWhole }) => [exposure.service.name, hosts.join(), listeners.map(({ port }) => port).join(), isWhole]);

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

test('hosts that clients reach at the same listeners are told together', () => {
  const door = declared.door({ listeners: [GatewayListener.http({ hosts: ['b.example.com', 'a.example.com'] })] });
  door.exposes(declared.users());
  expect(told(declared)).toEqual([['users-api', 'a.example.com,b.example.com', '80', true]]);
});

test('hosts that have listeners of their own are told apart, each with its own', () => {
  const door = declared.door({ listeners: [GatewayListener.http({ hosts: ['a.example.com'] }), GatewayListener.http({ hosts: ['a.example.com', 'b.example.com'], port: 8080 })] });
  door.exposes(declared.users());
  expect(told(declared)).toEqual([['users-api', 'a.example.com', '80,8080', false], ['users-api', 'b.example.com', '8080', false]]);
});

test('two exposures of one host stay two', () => {
  const door = declared.door();
  for (const service of [declared.users(), declared.api(declared.workload('web'))]) door.exposes(service);
  expect(told(declared).map(([service]) => service)).toEqual(['users-api', 'web-api']);
});
