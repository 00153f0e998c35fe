import { GrpcProvider, GrpcService, HttpProvider, HttpService, KubernetesServices, TcpProvider, TcpService } from '../../src';
import { newKafka, newTcpService } from '../support/declare';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

function namesOf({ chart, topology }: Declaration): string[] {
  new KubernetesServices(chart, 'services', { topology });
  return emitted(chart, 'Service').map(({ metadata: { namespace, name } }) => `${namespace}/${name}`);
}

test('makes a Service of each service that a workload of ours runs, in the namespace of its pods', () => {
  const declared = new Declaration();
  const orders = declared.workload('orders');
  declared.api(orders);
  new TcpService(declared.topology, 'orders-admin', { provider: TcpProvider.workload(orders, { port: 9000 }) });
  declared.api(declared.workload('users', { namespace: 'people' }));
  expect(namesOf(declared)).toEqual(['shop/orders-admin', 'shop/orders-api', 'people/users-api']);
});

test('makes none of what an operator or a third party runs, because they have theirs', () => {
  const declared = new Declaration();
  declared.external('payments');
  newTcpService(declared.topology, 'ldap');
  newKafka(declared.topology);
  declared.workload('web');
  expect(namesOf(declared)).toEqual([]);
});

describe('a Service that several name', () => {
  const collector = (ids: string[]) => {
    const declared = new Declaration();
    const server = declared.workload('server');
    const make: Record<string, () => unknown> = {
      'otlp-grpc': () => new GrpcService(declared.topology, 'otlp-grpc', { provider: GrpcProvider.workload(server, { service: 'collector', port: 4317 }) }),
      'otlp-http': () => new HttpService(declared.topology, 'otlp-http', { provider: HttpProvider.workload(server, { service: 'collector', port: 4318 }) }),
      'health': () => new HttpService(declared.topology, 'health', { provider: HttpProvider.workload(server, { service: 'collector', port: 80, targetPort: 13133 }) }),
    };
    for (const id of ids) make[id]();
    new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
    return emitted(declared.chart, 'Service');
  };

  test('is one, with the ports of all, in whichever order they are declared', () => {
    const [service, ...others] = collector(['otlp-http', 'health', 'otlp-grpc']);
    expect([service.metadata.name, others]).toEqual(['collector', []]);
    expect(service.spec.ports.map(({ name, port, targetPort, appProtocol }: any) => [name, port, targetPort, appProtocol])).toEqual([
      ['http-health', 80, 13133, 'http'], ['grpc', 4317, 4317, 'grpc'], ['http-otlp-http', 4318, 4318, 'http'],
    ]);
    expect(collector(['otlp-grpc', 'otlp-http', 'health'])).toEqual([service]);
  });

  test('has a port once that two are at', () => {
    const declared = new Declaration();
    const server = declared.workload('server');
    for (const id of ['a', 'b']) new TcpService(declared.topology, id, { provider: TcpProvider.workload(server, { service: 'db', port: 5432 }) });
    new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
    expect(emitted(declared.chart, 'Service').map(({ spec }) => spec.ports)).toEqual([[expect.objectContaining({ name: 'tcp', port: 5432 })]]);
  });
});
