import { ExposeOptions, Gateway, GatewayListener, HttpProvider, HttpRoute, HttpRouteOptions, HttpService, TlsOrigination } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const HOST = 'a.example.com';
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const service = (tlsOrigination?: TlsOrigination, options?: HttpRouteOptions) => new HttpService(declared.topology, 'a', {
  provider: HttpProvider.external(`https://${HOST}`, { tlsOrigination }), routes: options && [HttpRoute.toAnyVersion(options)],
});
const relayed = (of: HttpService, listeners?: GatewayListener[]): Gateway => {
  const egress = newGateway(declared.topology, { listeners }, 'egress');
  egress.relays(of);
  return egress;
};
const found = () => {
  declared.read();
  return declared.found('BST656').map(text => text.replace(/;.*/, ''));
};

describe('BST656 relayed-under-another-name', () => {
  test.each<[HttpRouteOptions, number]>([
    [{ rewrite: { authority: 'b.example.com' } }, 1], [{ requestHeaders: { set: { Host: 'b.example.com' } } }, 1], [{ requestHeaders: { add: { host: 'b' } } }, 1],
    [{ requestHeaders: { set: { 'x-host': 'b' } } }, 0], [{ rewrite: { uri: '/v2/' } }, 0],
  ])('of routes with %j there are %i', (options, count) => {
    const a = service(undefined, options);
    declared.caller('web', a);
    relayed(a);
    expect(found()).toHaveLength(count);
  });

  test('finds what another gateway exposes of it under another host, by an option or by routes of its own, and accepts the rest', () => {
    const a = service();
    const door = newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts: ['*.example.org'] })] });
    const exposed: ExposeOptions[] = [{ rewrite: { authority: 'b.example.com' } }, { routes: [HttpRoute.toAnyVersion({ rewrite: { authority: 'c' } })] }, {}];
    exposed.forEach((options, i) => door.exposes(a, { hosts: [`${i}.example.org`], ...options }));
    relayed(a);
    expect(found()).toEqual([0, 1].map(i => `error door exposes a at ${i}.example.org: it gives requests another host, and egress relays them by their host`));
  });

  test('finds connections that clients ask another name for, or none, and accepts those for the third party\'s', () => {
    const a = service(TlsOrigination.CLIENT);
    const door = newGateway(declared.topology, { listeners: [GatewayListener.tlsPassthrough({ hosts: ['b.example.com', HOST] })] });
    door.exposes(a);
    newGateway(declared.topology, { listeners: [GatewayListener.tcp(9443)] }, 'window').exposes(a);
    relayed(a);
    expect(found()).toEqual([
      `error door exposes a: clients of door ask for "b.example.com", and egress knows a as "${HOST}"`, `error window exposes a: clients of window ask for "*", and egress knows a as "${HOST}"`]);
  });

  test('finds what the gateway exposes under that name at the port where it relays, and accepts another port', () => {
    const a = service();
    const [wide, other] = [443, 8443].map(port => GatewayListener.https({ hosts: ['*.example.com'], port, certificateSecret: 'wide-tls' }));
    const egress = relayed(a, [wide, other]);
    egress.exposes(declared.users(), { hosts: [HOST] });
    expect(found()).toEqual([`error egress: at port 443 it exposes something to clients that ask for "${HOST}", and there it takes what it relays to that host`]);
    declared = new MeshDeclaration();
    relayed(service(), [wide, other]).exposes(declared.users(), { hosts: [HOST], port: 8443 });
    expect(found()).toEqual([]);
  });
});
