import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { giveToAll } from '../../src/private/common-metadata';
import { assertOutside, emit } from '../../src/private/emit';
import { expectRefusal } from '../support/declare';

const manifest = { apiVersion: 'v1', kind: 'Service', name: 'users', namespace: 'books', spec: { type: 'ClusterIP' } };

test('an object carries its given name and namespace, and no hash', () => {
  const chart = new Chart(new App(), 'chart');
  emit(chart, { ...manifest, labels: { app: 'users' } });
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'users', namespace: 'books', labels: { app: 'users' } }, spec: { type: 'ClusterIP' },
  }]);
});

test('an object carries its annotations', () => {
  const chart = new Chart(new App(), 'chart');
  emit(chart, { ...manifest, annotations: { 'example.com/b': '1', 'example.com/a': '2' } });
  expect(JSON.stringify(Testing.synth(chart)[0].metadata)).toBe('{"annotations":{"example.com/a":"2","example.com/b":"1"},"name":"users","namespace":"books"}');
});

test('an object carries what its output gives to all, besides its own', () => {
  const output = new Construct(new Chart(new App(), 'chart'), 'output');
  giveToAll(output, { labels: { team: 'shop' }, annotations: { 'example.com/wave': '1' } });
  expect(emit(output, { ...manifest, labels: { app: 'users' } }).toJson().metadata).toEqual({
    name: 'users', namespace: 'books', labels: { app: 'users', team: 'shop' }, annotations: { 'example.com/wave': '1' },
  });
});

test('an object has a type beside its spec, if its kind has one there', () => {
  const chart = new Chart(new App(), 'chart');
  emit(chart, { ...manifest, type: 'servicebinding.io/redis' });
  expect(Object.keys(Testing.synth(chart)[0] as object)).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'type']);
  expect(Testing.synth(chart)[0].type).toBe('servicebinding.io/redis');
});

test('a second object of one name has a path of its own, so that the collision can be reported', () => {
  const chart = new Chart(new App(), 'chart');
  const objects: ApiObject[] = [emit(chart, manifest), emit(chart, manifest)];
  expect(objects.map(object => object.node.path)).toEqual(['chart/Service books.users', 'chart/Service books.users #1']);
});

test('BST022: refuses an output that stands in no chart, or in what is locked', () => {
  const app = new App();
  expectRefusal(() => emit(new Construct(app, 'mesh'), manifest), 'BST022', 'mesh', 'in no Chart', 'pass the Chart');
  const inside = new Construct(new Chart(app, 'chart'), 'mesh');
  inside.node.lock();
  expectRefusal(() => emit(inside, manifest), 'BST022', 'chart/mesh', 'inside of a topology');
});

test('BST022: refuses an output inside of what it is to read', () => {
  const chart = new Chart(new App(), 'chart');
  const topology = new Construct(chart, 'topology');
  assertOutside(topology, new Construct(chart, 'mesh'));
  expectRefusal(() => assertOutside(topology, new Construct(new Construct(topology, 'a'), 'mesh')), 'BST022', 'chart/topology/a/mesh', 'inside of a topology');
});
