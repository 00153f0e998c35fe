import { HttpMatch, HttpProvider, HttpRoute, HttpService, StringMatch } from '../../src';
import { isAcrossNamespaces } from '../../src/gateway-api/reference-grant';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const grants = () => declared.emitted.filter(({ kind }) => kind === 'ReferenceGrant');

test('of a Service beside the route none is needed', () => {
  declared.door().exposes(declared.users());
  expect(declared.bound.map(isAcrossNamespaces)).toEqual([false]);
  expect(grants()).toEqual([]);
});

test('a Service in another namespace lets the routes of the gateway send to it, and nothing else', () => {
  declared.door({ configNamespace: 'routes' }).exposes(declared.users());
  expect(grants()).toMatchSnapshot();
});

test('so does each Service of a version, and of two exposures once', () => {
  const door = declared.door({ configNamespace: 'routes' });
  const pages = declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
  door.exposes(pages);
  door.exposes(pages, { matches: [HttpMatch.uri(StringMatch.prefix('/all/'))], routes: [HttpRoute.toAnyVersion()] });
  expect(declared.named('ReferenceGrant')).toEqual(['shop/pages-v1.routes', 'shop/pages-v2.routes', 'shop/pages.routes']);
});

test('somebody else\'s Service has no grant from here', () => {
  const service = new HttpService(declared.topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
  declared.door().exposes(service);
  expect(grants()).toEqual([]);
});
