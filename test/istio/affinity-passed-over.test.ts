import { HttpProvider, HttpService, KubernetesServiceOptions, TcpProvider, TcpService } from '../../src';
import { MeshDeclaration } from '../support/mesh';
import { ms } from '../support/topology';

const AFFINE = { clientAffinity: ms(60_000) };

function found(kubernetesService: KubernetesServiceOptions, callers: readonly string[] = ['web'], isTcp = false): string[] {
  const declared = new MeshDeclaration();
  const server = declared.workload('chat');
  const service = isTcp
    ? new TcpService(declared.topology, 'chat-tcp', { provider: TcpProvider.workload(server, { port: 7000, kubernetesService }) })
    : new HttpService(declared.topology, 'chat-api', { provider: HttpProvider.workload(server, { kubernetesService }) });
  for (const caller of callers) declared.workload(caller).calls(service);
  declared.read();
  return declared.found('BST629');
}

describe('BST629 affinity-passed-over', () => {
  test('finds an affinity that the sidecars of callers do not keep', () => expect(found(AFFINE, ['web', 'app'])).toEqual([
    'error chat-api: clientAffinity is to keep a client at one pod, and the proxies of app, web choose the pod themselves, whatever the Service says; '
    + 'leave clientAffinity out, and give the service loadBalancing LoadBalancing.stickyHeader()']));

  test('offers no header where no proxy can see one', () => expect(found(AFFINE, ['web'], true)[0]).toMatch(/; leave clientAffinity out$/));

  test('finds it for a service that shares the Service of which another says so', () => {
    const declared = new MeshDeclaration();
    const server = declared.workload('chat');
    new HttpService(declared.topology, 'a', { provider: HttpProvider.workload(server, { service: 'chat', kubernetesService: AFFINE }) });
    const other = new HttpService(declared.topology, 'b', { provider: HttpProvider.workload(server, { service: 'chat', port: 81 }) });
    declared.workload('web').calls(other);
    declared.read();
    expect(declared.found('BST629')).toEqual([expect.stringMatching(/^error b: clientAffinity/)]);
  });

  test('accepts it where nobody in the mesh calls', () => expect(found(AFFINE, [])).toEqual([]));

  test('accepts a service without one', () => expect(found({ perVersion: false })).toEqual([]));
});
