import { HttpProvider, HttpService, TlsOrigination } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const relayed = (...furtherHosts: string[]) => {
  const declared = new MeshDeclaration();
  const provider = HttpProvider.external('https://a-b.example.com', { furtherHosts, tlsOrigination: TlsOrigination.CLIENT });
  const service = new HttpService(declared.topology, 'payments', { provider });
  declared.workload('web', { namespace: 'front' }).calls(service);
  newGateway(declared.topology, {}, 'egress').relays(service);
  return declared.hosts(service);
};

test('no two hosts have one subset', () => (
  expect(relayed('a.b-example.com').map(({ through }) => through?.subset).slice(0, 2)).toEqual(['a--b-example-com-443', 'a-b--example-com-443'])));

test('a name that is too long for a label is shortened', () => {
  const [, long] = relayed(`${'a'.repeat(60)}.example.com`);
  expect(long.through!.subset).toMatch(/^a{54}-[0-9a-f]{8}$/);
});
