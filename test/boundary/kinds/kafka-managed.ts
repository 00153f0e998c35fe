import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, entered } from '../baseline-parts';

/** Kafka of those who manage it. */
export const KAFKA_MANAGED = {
  'KafkaProvider.amazonMsk': () => ({ args: [{ ...entered(), bootstrapServers: ['b-1.shop.abc123.c2.kafka.eu-central-1.amazonaws.com:9096'], cidrs: CIDRS }] }),
  'KafkaProvider.azureEventHubs': () => ({ args: [{ ...entered(), host: 'shop.servicebus.windows.net', cidrs: CIDRS }] }),
  'KafkaProvider.confluentCloud': () => ({ args: [{ ...entered(), bootstrapServer: 'pkc-4r087.us-west2.gcp.confluent.cloud:9092', cidrs: CIDRS }] }),
} satisfies Partial<Record<CallName, Baselines>>;
