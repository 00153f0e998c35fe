import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { Channel } from './channel';
import { KafkaTopic } from './kafka-topic';

/** The right to `orders` would be one to `orders-internal` too, so that a prefix ends where a word of it does. */
const PREFIX: NameRule = {
  what: 'a prefix of transactional ids',
  pattern: /^[a-zA-Z0-9][a-zA-Z0-9._-]*[._-]$/,
  longest: 200,
  allowed: 'letters, digits, ".", "_" and "-", a letter or digit first and ".", "_" or "-" last, at most 200 characters',
};

/** Throws BST424 if a channel is no Kafka topic and is to be published to in transactions of Kafka, BST801 if the prefix cannot be one. */
export function assertTransactional(channel: Channel, prefix: string | undefined, path: string): void {
  if (prefix === undefined) return;
  if (!KafkaTopic.isKafkaTopic(channel)) {
    throw new TopologyError({
      code: 'BST424',
      path,
      problem: `transactional ids mean nothing to ${quote(channel.name)}, which is no Kafka topic`,
      fix: 'leave transactionalIdPrefix out',
    });
  }
  assertName(PREFIX, prefix, path);
}
