import { GatewayListener } from '../../src';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

test('a listener that sends clients to https has a route that does, for each of its hosts', () => {
  declared.door({ listeners: [GatewayListener.redirectToHttps({ hosts: [...SHOP, 'b.example.com'] }), GatewayListener.https({ hosts: SHOP, certificateSecret: 'shop-tls' })] });
  expect(declared.named('HTTPRoute')).toEqual(['shop/door-http-80-shop-example-com', 'shop/door-http-80-b-example-com'].sort());
  expect(declared.object('HTTPRoute', 'door-http-80-shop-example-com')).toMatchSnapshot();
});

test('clients are sent to the port at which the gateway listens for the host by TLS', () => {
  declared.door({ listeners: [GatewayListener.redirectToHttps({ port: 8080 }), GatewayListener.https({ port: 8443, certificateSecret: 'tls' })] });
  expect(declared.spec('HTTPRoute', 'door-http-8080').rules[0].filters[0].requestRedirect).toEqual({ scheme: 'https', port: 8443, statusCode: 301 });
});

test('no other listener has one', () => {
  declared.door();
  expect(declared.named('HTTPRoute')).toEqual([]);
});
