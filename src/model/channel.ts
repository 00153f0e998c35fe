import { acceptArguments, guard } from '../private/boundary';
import { assertName, NameRule } from '../private/names';
import { BackingService } from './backing-service';
import { ISubject } from './subject';
import { assertFree, openTopologyOf, pathOf } from './topology-element';

/** Part of a path in findings and documents; what a broker takes is the rule of its own kind of channel. */
const CHANNEL_NAME: NameRule = {
  what: 'the name of a channel',
  pattern: /^[A-Za-z0-9._:-]+$/,
  longest: 255,
  allowed: 'letters, digits, ".", "_", ":" and "-", at most 255 characters',
};

/** What every kind of channel tells. */
export interface ChannelProps {
  /** The broker that it lives on. */
  readonly service: BackingService;
  /** Its name in the topology, unique on its broker. */
  readonly name: string;
  /**
   * Its name on the broker: of the topic, the queue, the stream.
   *
   * @default - the name
   */
  readonly address?: string;
  /**
   * Whether its consumers share the messages in named groups, as Kafka's do.
   *
   * @default false
   */
  readonly readInGroups?: boolean;
  /**
   * Whether another program declares it: what workloads may do with it is derived, the channel itself is not emitted.
   *
   * @default false
   */
  readonly declaredElsewhere?: boolean;
}

/**
 * What messages go through on a broker: a topic, a queue, a stream. The broker's own words belong to the kinds of channel, such as `KafkaTopic`.
 * It is held by the broker's topology from its making on, and cannot be changed once an output has read that.
 */
export abstract class Channel implements ISubject {
  public readonly path: string;
  /** Its name in the topology, unique on its broker. */
  public readonly name: string;
  /** The broker that it lives on. */
  public readonly service: BackingService;
  /** Its name on the broker. */
  public readonly address: string;
  /** Whether its consumers share the messages in named groups. */
  public readonly readInGroups: boolean;
  /** Whether another program declares it, so that it is not emitted. */
  public readonly declaredElsewhere: boolean;

  /**
   * @throws BST801 if the name cannot be one, BST006 if it is taken on the broker, BST012 after an output has read the topology
   */
  protected constructor(props: ChannelProps) {
    acceptArguments('new Channel', [props]);
    const { service, name } = props;
    const { _declarations: held } = openTopologyOf(service, name);
    this.path = pathOf(service, name);
    assertName(CHANNEL_NAME, name, this.path);
    assertFree(service, name, held);
    this.name = name;
    this.service = service;
    this.address = props.address ?? name;
    this.readInGroups = props.readInGroups ?? false;
    this.declaredElsewhere = props.declaredElsewhere ?? false;
    held.hold(this);
  }
}

guard('Channel', Channel);
