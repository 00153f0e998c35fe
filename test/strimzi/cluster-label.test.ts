import { clusterLabel, STRIMZI_API } from '../../src/strimzi/cluster-label';
import { newKafka, newTopology } from '../support/declare';

test('the label names the Kafka resource, not the service; without it no operator would see the object', () =>
  expect(clusterLabel(newKafka(newTopology(), 'messages'))).toEqual({ 'strimzi.io/cluster': 'events' }));

test('the API is the one that Strimzi serves from 0.49 on and alone from 1.0 on', () => expect(STRIMZI_API).toBe('kafka.strimzi.io/v1'));
