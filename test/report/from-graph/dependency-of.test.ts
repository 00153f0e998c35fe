import { dependencyOf } from '../../../src/report/from-graph/dependency-of';
import { newKafka } from '../../support/declare';
import { Declaration } from '../../support/topology';

test('a call waits for a service', () => {
  const declared = new Declaration();
  expect(dependencyOf(declared.workload('web').calls(declared.external('payments')))).toMatchObject({
    path: 'test/shop/workloads/web calls payments', verb: 'calls', synchronous: true,
    source: 'test/shop/workloads/web', service: 'test/shop/payments', channel: undefined, policy: {},
  });
});

test('a message names its channel and the broker, and nobody waits', () => {
  const declared = new Declaration();
  expect(dependencyOf(declared.workload('web').publishes(newKafka(declared.topology).topic('created')))).toMatchObject({
    verb: 'publishes', synchronous: false, service: 'test/shop/kafka', channel: 'test/shop/kafka/created',
  });
});
