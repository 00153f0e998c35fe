import { HttpProvider, HttpService } from '../../src';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const found = () => { declared.read(); return declared.found('BST668'); };
const rates = (namespace: string) => new HttpService(declared.topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace, podLabels: { app: 'rates' } }) });

test('the Service of another team in another namespace is theirs to open', () => {
  declared.door().exposes(rates('tariffs'));
  expect(found()).toEqual(['warning rates: HTTPRoute "door.rates" in namespace "shop" sends to it, if a ReferenceGrant in "tariffs" lets it; ask the owner for the ReferenceGrant, and acknowledge this']);
});

test('one in the namespace of the route needs no leave, and that of one of ours is emitted', () => {
  declared.door().exposes(rates('shop'));
  expect(found()).toEqual([]);
  declared = new GatewayApiDeclaration();
  declared.door({ configNamespace: 'routes' }).exposes(declared.users());
  expect(found()).toEqual([]);
});
