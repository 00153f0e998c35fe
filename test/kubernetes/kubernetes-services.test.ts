import { KubernetesServices, TcpProvider, TcpService } from '../../src';
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
