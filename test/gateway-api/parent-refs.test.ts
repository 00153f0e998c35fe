import { GatewayListener } from '../../src';
import { parentRefsOf } from '../../src/gateway-api/parent-refs';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

test('an exposure is bound to the listeners at which clients reach it, and to no other', () => {
  const listeners = [GatewayListener.http({ port: 8080 }), GatewayListener.redirectToHttps({ hosts: SHOP }), GatewayListener.https({ hosts: [...SHOP, 'b.example.com'], certificateSecret: 'tls' })];
  declared.door({ listeners }).exposes(declared.users(), { hosts: SHOP });
  expect(declared.together.map(parentRefsOf)).toEqual([[{ name: 'door', sectionName: 'http-8080' }, { name: 'door', sectionName: 'https-443-shop-example-com' }]]);
});

test('of a wider listener it is the one that names the host most closely', () => {
  declared.door({ listeners: [GatewayListener.http({ hosts: ['*.example.com', '*.shop.example.com'] })] }).exposes(declared.users(), { hosts: ['a.shop.example.com'] });
  expect(declared.together.map(parentRefsOf)).toEqual([[{ name: 'door', sectionName: 'http-80-shop-example-com-any' }]]);
});

test.each([
  ['shop/public', { name: 'public' }], ['infra/public', { name: 'public', namespace: 'infra' }],
])('of the Gateway %s that is there it names the namespace where that is another one', (existingGateway, parent) => {
  declared.door({ existingGateway }).exposes(declared.users(), { hosts: SHOP });
  expect(declared.together.map(parentRefsOf)).toEqual([[{ ...parent, port: undefined }]]);
});

test('of a Gateway that is there it names the port, if one is said', () => {
  declared.door({ existingGateway: 'shop/public' }).exposes(declared.users(), { hosts: SHOP, port: 8443 });
  expect(declared.together.map(parentRefsOf)).toEqual([[{ name: 'public', namespace: undefined, port: 8443 }]]);
});
