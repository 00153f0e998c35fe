import { GrpcProvider, GrpcService, HttpProvider, HttpService, TcpProvider, TcpService, Tls } from '../../src';
import { MeshDeclaration } from '../support/mesh';
import { HandPort, serviceByHand } from '../support/services-by-hand';

const KINDS = {
  http: (d: MeshDeclaration, tls?: Tls) => new HttpService(d.topology, 'api', { provider: HttpProvider.workload(d.workload('web'), { existingService: 'there', port: 80, tls }) }),
  grpc: (d: MeshDeclaration) => new GrpcService(d.topology, 'api', { provider: GrpcProvider.workload(d.workload('web'), { existingService: 'there', port: 80 }), idempotentMethods: [] }),
  tcp: (d: MeshDeclaration) => new TcpService(d.topology, 'api', { provider: TcpProvider.workload(d.workload('web'), { existingService: 'there', port: 80 }) }),
};
type Kind = keyof typeof KINDS;

function found(kind: Kind, port: Partial<HandPort>, tls?: Tls): string[] {
  const declared = new MeshDeclaration();
  KINDS[kind](declared, tls);
  serviceByHand(declared.chart, 'there', [{ port: 80, ...port }], { selector: { app: 'web' } });
  declared.read();
  return declared.found('BST640');
}

describe('BST640 existing-service-protocol', () => {
  test.each<[Kind, Partial<HandPort>, string, string, string]>([
    ['http', { name: 'tcp-api' }, 'the name "tcp-api"', 'tcp', 'no timeout, retry or right to an operation acts there'],
    ['http', { name: 'http', appProtocol: 'tcp' }, 'the appProtocol "tcp"', 'tcp', 'no timeout, retry or right to an operation acts there'],
    ['http', { name: 'https' }, 'the name "https"', 'https', 'no timeout, retry or right to an operation acts there'],
    ['http', { name: 'udp' }, 'the name "udp"', 'udp', 'no timeout, retry or right to an operation acts there'],
    ['http', { name: 'grpc' }, 'the name "grpc"', 'grpc', 'what is sent there is read as what it is not'],
    ['grpc', { name: 'http-api' }, 'the name "http-api"', 'http', 'what is sent there is read as what it is not'],
    ['grpc', { name: 'redis' }, 'the name "redis"', 'redis', 'no timeout, retry or right to an operation acts there'],
    ['tcp', { name: 'http' }, 'the name "http"', 'http', 'what is sent there is read as what it is not'],
    ['tcp', { name: 'udp' }, 'the name "udp"', 'udp', 'what is sent there is read as what it is not'],
  ])('finds %s at a port with %j', (kind, port, by, taken, harm) => expect(found(kind, port)).toEqual([
    `error api: port 80 of the Service "there" has ${by}, by which sidecars take it for ${taken}, and it is declared as ${kind}: ${harm}; `
    + `give the port of the Service the appProtocol "${kind}", or declare the service as the ${taken} that it is`]));

  test.each<[Kind, Partial<HandPort>]>([
    ['http', {}], ['http', { name: 'web' }], ['http', { name: 'http-api' }], ['http', { name: 'tcp', appProtocol: 'http' }], ['http', { appProtocol: 'kubernetes.io/ws' }], ['http', { name: 'http2' }],
    ['grpc', { name: 'grpc-api' }], ['grpc', { appProtocol: 'kubernetes.io/h2c' }], ['grpc', { name: 'grpc-web' }], ['tcp', { name: 'mysql' }], ['tcp', { name: 'tls' }], ['tcp', { name: 'postgres' }],
    ['http', { port: 81, name: 'tcp' }],
  ])('accepts %s at a port with %j', (kind, port) => expect(found(kind, port)).toEqual([]));

  test('accepts HTTP that clients encrypt themselves at a port of TLS, and finds it at one of HTTP', () =>
    expect(['https', 'tcp', 'http'].map(name => found('http', { name }, Tls.byClient()).length)).toEqual([0, 0, 1]));

  test('says nothing of a Service that the app has not', () => {
    const declared = new MeshDeclaration();
    KINDS.http(declared);
    serviceByHand(declared.chart, 'there', [{ port: 80, name: 'tcp' }], {}, 'other');
    declared.read();
    expect(declared.found('BST640')).toEqual([]);
  });
});
