import { isGateway } from '../../src/model/gateway-interface';
import { newTopology, newWorkload } from '../support/declare';
import { newGateway } from '../support/gateway';

test('a gateway is told from other workloads', () => {
  const shop = newTopology();
  expect([newGateway(shop), newWorkload(shop, 'web')].map(isGateway)).toEqual([true, false]);
});
