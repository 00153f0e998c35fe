import { assertName, NameRule, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { Channel } from './channel';

const CONSUMER_GROUP: NameRule = { ...Names.KAFKA_TOPIC, what: 'a consumer group' };

/** The consumer group of a workload that names none; no other workload has it. */
export function defaultGroupOf({ namespace, name }: Reader): string {
  return `${namespace}.${name}`;
}

/** A reader, as far as the name of its group needs it. */
interface Reader {
  readonly name: string;
  readonly namespace: string;
}

/**
 * The group that a workload reads a channel with: the one asked for, or one of its own; none if the channel knows no groups. Throws BST801 if it
 * cannot be a group's name, BST420 if one is asked for where there are none.
 */
export function consumerGroupOf(channel: Channel, reader: Reader, asked: string | undefined, path: string): string | undefined {
  if (channel.readInGroups) return assertName(CONSUMER_GROUP, asked ?? defaultGroupOf(reader), path);
  if (asked === undefined) return undefined;
  throw new TopologyError({
    code: 'BST420',
    path,
    problem: `consumer group ${quote(asked)} means nothing to ${quote(channel.name)}, which is not read in groups`,
    fix: 'leave consumerGroup out',
  });
}
