import { Duration } from 'cdk8s';
import { ExposeOptions, Gateway, GatewayListener, HttpMatch, HttpRoute, HttpService, StringMatch } from '../../src';
import { expectRefusal, newHttpService, newTcpService, newTopology, refusalOf } from '../support/declare';
import { newGateway } from '../support/gateway';

const API = HttpMatch.uri(StringMatch.prefix('/api/'));
let shop: ReturnType<typeof newTopology>;
let door: Gateway;
let web: HttpService;
beforeEach(() => {
  shop = newTopology();
  door = newGateway(shop, { listeners: [GatewayListener.http({ hosts: ['shop.example.com', '*.example.org'] }), GatewayListener.tcp(9000)] });
  web = newHttpService(shop, 'web');
});
const paths = () => shop.read()._exposures.all.map(({ path }) => path.replace('chart/shop/workloads/', ''));

describe('an exposure', () => {
  test('of nothing more is a call of the gateway, and takes every request', () => {
    door.exposes(web);
    const [call] = shop.read().dependenciesOf(door);
    expect([call.path, call.policy]).toEqual(['chart/shop/workloads/door calls web', expect.not.objectContaining({ timeout: expect.anything() })]);
    expect(paths()).toEqual(['door exposes web']);
  });

  test('says where and for what it is in its path; the words of two may be the same', () => {
    door.exposes(web, { hosts: ['shop.example.com', 'a.example.org'], port: 80, matches: [API] });
    door.exposes(web, { hosts: ['shop.example.com', 'a.example.org'], port: 80, matches: [HttpMatch.uri(StringMatch.prefix('/api'))] });
    expect(paths()).toEqual([
      'door exposes web at a.example.org, shop.example.com port 80 for uri-api', expect.stringMatching(/^door exposes web at a.example.org, shop.example.com port 80 for uri-api \([0-9a-f]+\)$/)]);
  });

  test.each<[string, ExposeOptions, ExposeOptions]>([
    ['nothing', {}, {}], ['the same hosts in another order', { hosts: ['shop.example.com', 'a.example.org'] }, { hosts: ['a.example.org', 'shop.example.com'] }],
    ['the same requests', { matches: [API] }, { matches: [API], timeout: Duration.seconds(1) }],
  ])('BST006: is refused a second time for %s', (_, first, second) => {
    door.exposes(web, first);
    expectRefusal(() => door.exposes(web, second), 'BST006', 'chart/shop/workloads/door exposes web', 'for the same requests');
  });
});

describe('is refused', () => {
  test.each<[string, string, ExposeOptions, string]>([
    ['a host that nobody listens for', 'BST049', { hosts: ['other.example.com'] }, 'does not listen for "other.example.com"'],
    ['no host', 'BST049', { hosts: [] }, 'no host is given'], ['a host that is none', 'BST801', { hosts: ['a b'] }, 'a host'],
    ['a port at which something else is spoken', 'BST049', { port: 9000 }, 'listens for nothing that "web" speaks at port 9000: http'], ['a port that is none', 'BST007', { port: 0 }, '1..65535'],
    ['a match of a workload', 'BST049', { matches: [HttpMatch.fromNamespace('shop')] }, 'a match asks for a workload or a namespace'],
    ['a match of a port', 'BST049', { matches: [HttpMatch.port(80)] }, 'a match asks for a port'], ['a version that there is not', 'BST604', { routes: [HttpRoute.split({ v9: 100 })] }, 'v9'],
    ['a mirror of a version that there is not', 'BST604', { mirrors: [{ version: 'v8', percentage: 1 }] }, 'v8'],
    ['a time that is no time', 'BST009', { timeout: Duration.millis(0.5) }, 'whole number of milliseconds'], ['a rewrite of nothing', 'BST047', { rewrite: {} }, 'changes nothing'],
  ])('%s', (_, code, options, words) => expectRefusal(() => door.exposes(web, options), code, code === 'BST047' ? 'HttpRouteOptions' : 'chart/shop/workloads/door exposes web', words));

  test('where the owner of the gateway routes', () => {
    const closed = newGateway(shop, {}, 'closed');
    expectRefusal(() => closed.exposes(web), 'BST049', 'chart/shop/workloads/closed exposes web', 'give the gateway listeners');
  });

  test('what is asked of requests where connections are seen', () => {
    const ldap = newTcpService(shop, 'ldap');
    expectRefusal(() => door.exposes(ldap, { matches: [API], rewrite: { uri: '/' } }), 'BST049', 'chart/shop/workloads/door exposes ldap', '"matches", "rewrite" cannot act');
    expectRefusal(() => door.exposes(ldap, { timeout: Duration.seconds(1) }), 'BST615', 'chart/shop/workloads/door exposes ldap', 'timeout');
  });

  test('of another topology', () =>
    expectRefusal(() => door.exposes(newHttpService(newTopology('other', 'other'), 'far')), 'BST003', 'chart/shop/workloads/door exposes far', 'another topology'));
});

describe('through a Gateway that is there', () => {
  beforeEach(() => { door = newGateway(shop, { existingGateway: 'istio-ingress/public' }, 'public'); });

  test('hosts have to be said, or the port of connections', () => {
    expectRefusal(() => door.exposes(web), 'BST049', 'chart/shop/workloads/public exposes web', 'nobody here knows which hosts "istio-ingress/public" listens for');
    expectRefusal(() => door.exposes(newTcpService(shop, 'ldap')), 'BST049', 'chart/shop/workloads/public exposes ldap', 'say the port of a TCP listener');
  });

  test('BST510: a credential in place of its name is not repeated', () =>
    expect(refusalOf(() => newGateway(shop, { existingGateway: 'istio-ingress/ghp_0123456789abcdefghijABCDEFGHIJ012345' }, 'told')).message).toMatch(/^BST510 (?!.*ghp_)/));

  test('any can be said', () => expect(() => door.exposes(web, { hosts: ['any.example.net'] })).not.toThrow());
});
