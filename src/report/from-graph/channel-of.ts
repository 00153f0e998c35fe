import { Channel } from '../../model/channel';
import { KafkaTopic } from '../../model/kafka-topic';
import { DocumentedChannel } from '../document/documented-channel';

/** A channel, as a document tells it. */
export function channelOf(channel: Channel): DocumentedChannel {
  const { path, name, address, service, declaredElsewhere } = channel;
  const told = { path, name, channelName: address, service: service.path, declaredElsewhere };
  if (!KafkaTopic.isKafkaTopic(channel)) return { ...told, kind: 'channel', settings: {} };
  const { partitions, replicas, settings } = channel;
  return { ...told, kind: 'kafka-topic', partitions, replicas, settings };
}
