import { App, Chart } from 'cdk8s';
import { Topology } from '../../src';

test.each(['', '__proto__', 'constructor', '../up', 'a/b', 'a\nb'])('BST801: refuses %j as id, because the path names files', id => {
  expect(() => new Topology(new App(), id, { namespace: 'shop' })).toThrow(/^BST801 .*cannot be a topology's id: allowed is letters/);
});

test('BST801: refuses an id of more than 100 characters, of which the names of files could become too long', () => {
  const made = (length: number) => new Topology(new App(), 'a'.repeat(length), { namespace: 'shop' });
  expect(made(100).path).toHaveLength(100);
  expect(() => made(101)).toThrow(/^BST801 .*cannot be a topology's id: .*at most 100 characters/);
});

test('BST801: refuses a path that would be printed on two lines', () => {
  const chart = new Chart(new App(), 'a\nb');
  expect(() => new Topology(chart, 'shop', { namespace: 'shop' })).toThrow(/^BST801 a.*b\/shop: .* printed on one line .*; give the Chart another id$/);
});
