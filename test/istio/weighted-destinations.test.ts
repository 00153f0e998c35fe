import { destinationsOf } from '../../src/istio/weighted-destinations';
import { MeshDeclaration } from '../support/mesh';

test('each share goes to its version; a weight stands only among several', () => {
  const declared = new MeshDeclaration();
  const [host] = declared.hosts(declared.users());
  const at = { host: 'users-api.shop.svc.cluster.local', port: { number: 80 } };
  expect(destinationsOf(host, [{ weight: 100 }])).toEqual([{ destination: at, weight: undefined }]);
  expect(destinationsOf(host, [{ version: 'v1', weight: 100 }, { version: 'v2', weight: 0 }])).toEqual([
    { destination: { ...at, subset: 'v1' }, weight: 100 }, { destination: { ...at, subset: 'v2' }, weight: 0 }]);
});
