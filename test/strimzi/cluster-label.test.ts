import { App, Chart } from 'cdk8s';
import { giveToAll } from '../../src/private/common-metadata';
import { assertClusterLabelFree, clusterLabel, STRIMZI_API } from '../../src/strimzi/cluster-label';
import { expectRefusal, newKafka, newTopology } from '../support/declare';

test('the label names the Kafka resource, not the service; without it no operator would see the object', () =>
  expect(clusterLabel(newKafka(newTopology(), 'messages'))).toEqual({ 'strimzi.io/cluster': 'events' }));

test('the API is the one that Strimzi serves from 0.49 on and alone from 1.0 on', () => expect(STRIMZI_API).toBe('kafka.strimzi.io/v1'));

test('BST425: no output gives it to all of its objects; any other label it may', () => {
  const chart = new Chart(new App(), 'chart');
  giveToAll(chart, { labels: { 'strimzi.io/cluster': 'other' } });
  expectRefusal(() => assertClusterLabelFree(chart), 'BST425', 'chart', 'the label "strimzi.io/cluster" with the value "other"', 'leave "strimzi.io/cluster" out');
  const free = new Chart(new App(), 'free');
  giveToAll(free, { labels: { 'strimzi.io/clusters': 'other' } });
  expect(() => assertClusterLabelFree(free)).not.toThrow();
});
