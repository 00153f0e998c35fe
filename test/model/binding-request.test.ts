import { BindingRequest, DataAccess } from '../../src';
import { newKafka, newTopology, newWorkload, vault } from '../support/declare';

test('tells who asks, for what, and what it enters with', () => {
  const orders = newWorkload(newTopology(), 'orders');
  const credential = vault.secret('shop/db');
  const request = BindingRequest._of(orders, DataAccess.READ_ONLY, ['a', 'b'], credential);
  expect(request.consumer).toBe(orders);
  expect([request.access, request.consumerGroups, request.credential]).toEqual(['read-only', ['a', 'b'], credential]);
});

test('tells which channel is read with which group', () => {
  const shop = newTopology();
  const reads = [{ channel: newKafka(shop).topic('created'), group: 'a' }];
  expect(BindingRequest._of(newWorkload(shop, 'orders'), DataAccess.READ_WRITE, ['a'])._reading(reads)._reads).toEqual(reads);
});
