import { READINGS } from '../../fixtures/kafka';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { newEvents, publish } from './programs';
import { KafkaWorld } from './world';

/** What becomes of a topic. */
export const TOPICS: readonly Row<KafkaWorld>[] = [
  {
    behaviour: 'the topics of the examples have the declared partitions, and no settings that nobody declared',
    observe: async world => {
      const { 'domain-events': events, 'order-created': orders } = await world.admin.topics();
      const seen = `domain-events has ${events?.partitions}, order-created ${orders?.partitions}; settings: ${JSON.stringify([events?.settings, orders?.settings])}`;
      return { seen, holds: seen === 'domain-events has 1, order-created 12; settings: [{},{}]' };
    },
    brokenBy: mutate({ kind: 'KafkaTopic', name: 'order-created' }, 'it has 3 partitions', ({ spec }) => { spec.partitions = 3; }),
  },
  {
    behaviour: 'a topic with every option and every setting that the library knows has them all at the broker',
    observe: async world => {
      const { readings } = await world.admin.topics();
      if (!readings) return { seen: 'there is no topic readings', holds: false };
      const wrong = Object.keys({ ...DECLARED, ...readings.settings }).filter(key => readings.settings[key] !== DECLARED[key]);
      const count = Object.keys(readings.settings).length;
      return {
        seen: `${readings.partitions} partitions, ${readings.replicas} replica, ${count} settings, ${wrong.length} not as declared${wrong.length === 0 ? '' : `: ${wrong.join(', ')}`}`,
        holds: readings.partitions === READINGS.partitions && readings.replicas === READINGS.replicas && wrong.length === 0,
      };
    },
    brokenBy: mutate({ kind: 'KafkaTopic', name: 'readings' }, 'seven days are seconds', ({ spec }) => { spec.config['retention.ms'] = '604800'; }),
  },
  {
    behaviour: 'a topic whose name cannot be a Kubernetes object\'s has that name at the broker, and its producer finds it',
    observe: async world => {
      const { count, errors } = await publish(world.container('telemetry', 'meter'), 'Meter_States', newEvents());
      return { seen: `${count} of 100 events to Meter_States acknowledged${errors.length === 0 ? '' : ` (${errors.join(', ')})`}`, holds: count === 100 };
    },
    brokenBy: mutate({ kind: 'KafkaTopic', name: 'meter-states' }, 'it does not say its name', ({ spec }) => { delete spec.topicName; }),
  },
];

/** The options in Kafka's words, and the settings. */
const DECLARED: Readonly<Record<string, string>> = {
  ...READINGS.settings, 'min.insync.replicas': '1', 'retention.ms': '604800000', 'cleanup.policy': 'compact,delete',
};
