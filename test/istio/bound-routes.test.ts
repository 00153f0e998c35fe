import { GatewayListener, HttpMatch, StringMatch } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

test('what is bound to a gateway is seen by its pods, once where they stand together, and says nothing of what there is none of', () => {
  const exportedTo = (configNamespace: string) => {
    const declared = new MeshDeclaration();
    newGateway(declared.topology, { configNamespace, listeners: [GatewayListener.http()] }).exposes(declared.users());
    const spec = declared.spec('VirtualService', 'door.any', configNamespace);
    expect(Object.keys(spec).sort()).toEqual(['exportTo', 'gateways', 'hosts', 'http']);
    return spec.exportTo;
  };
  expect([exportedTo('routes'), exportedTo('istio-ingress')]).toEqual([['.', 'istio-ingress'], ['.']]);
});

test('a name that is too long for an object is shortened', () => {
  const declared = new MeshDeclaration();
  const host = `${Array.from({ length: 3 }, () => 'a'.repeat(63)).join('.')}.${'b'.repeat(50)}.example`;
  newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts: [host] })] }).exposes(declared.users(), { matches: [HttpMatch.uri(StringMatch.prefix('/api/'))] });
  expect(declared.named('VirtualService').map(name => name.split('/')[1].length)).toContain(253);
});
