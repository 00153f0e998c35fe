import { HttpMatch, HttpRoute, StringMatch } from '../../src';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const found = () => { declared.read(); return declared.found('BST667'); };

test('versions that have no Services of their own cannot be sent to', () => {
  declared.door().exposes(declared.pages([HttpRoute.split({ v1: 90, v2: 10 })], false));
  expect(found()).toEqual(['error door exposes pages: it sends to "v1", "v2", without Services of their own; say `kubernetesService: { perVersion: true }` where its provider is declared, or send to any version']);
});

test('with them they can, and so can any version without', () => {
  const pages = declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
  declared.door().exposes(pages);
  expect(found()).toEqual([]);
  declared = new GatewayApiDeclaration();
  declared.door().exposes(declared.pages([HttpRoute.split({ v1: 90, v2: 10 })], false), { routes: [HttpRoute.toAnyVersion()] });
  expect(found()).toEqual([]);
});

test('a copy is sent to a version too', () => {
  const mirrored = { routes: [HttpRoute.toAnyVersion({ mirrors: [{ version: 'v2' }] })], matches: [HttpMatch.uri(StringMatch.exact('/a'))] };
  declared.door().exposes(declared.pages(undefined, false), mirrored);
  expect(found()).toEqual([expect.stringContaining('it sends to "v2", without a Service of its own')]);
});
