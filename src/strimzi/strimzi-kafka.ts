import { Construct } from 'constructs';
import { Dependency } from '../model/dependency';
import { KafkaTopic } from '../model/kafka-topic';
import { OutputOptions } from '../model/output-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { grouped } from '../private/grouped';
import { Topology } from '../topology';
import { assertClusterLabelFree } from './cluster-label';
import { emitKafkaAccess } from './kafka-access';
import { emitKafkaTopic } from './kafka-topic';
import { emitKafkaUser } from './kafka-user';
import { isStrimzi, StrimziEnforcement } from './strimzi-enforcement';
import { strimziObjectTwice } from './strimzi-object-twice';
import { topicDeclaredTwice } from './topic-declared-twice';

/** What to make Strimzi's resources of. */
export interface StrimziKafkaProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
}

/**
 * Messaging through Strimzi: a KafkaTopic for each declared topic, a KafkaUser for each workload and cluster with the ACLs that its
 * dependencies need and no more, and a KafkaAccess for each workload that lives in another namespace than the cluster.
 */
export class StrimziKafka extends Construct {
  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one, BST425 if the label by which Strimzi tells
   *   clusters apart is given to all objects
   */
  constructor(scope: Construct, id: string, props: StrimziKafkaProps) {
    acceptArguments('new StrimziKafka', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    assertClusterLabelFree(this);
    const graph = props.topology.read({ enforcement: new StrimziEnforcement(), appChecks: [topicDeclaredTwice, strimziObjectTwice] });
    // A cluster may be declared twice, for two of its listeners: its users are the same.
    const clusters = grouped(graph.services.filter(isStrimzi), ({ locator: { namespace, resource } }) => `${namespace} ${resource}`);
    for (const declared of clusters.values()) {
      const topics = declared.flatMap(service => graph.channelsOf(service)).filter(KafkaTopic.isKafkaTopic);
      for (const topic of topics) if (!topic.declaredElsewhere) emitKafkaTopic(this, topic);
      this.emitUsers(declared.flatMap(service => graph.dependenciesOn(service)));
    }
  }

  /** A user for each workload that depends on one cluster. */
  private emitUsers(dependencies: Dependency[]): void {
    for (const [workload, its] of grouped(dependencies, ({ source }) => source)) {
      const [{ service: cluster }] = its;
      emitKafkaUser(this, workload, cluster, its);
      if (workload.namespace !== cluster.locator.namespace) emitKafkaAccess(this, workload, cluster);
    }
  }
}

guard('StrimziKafka', StrimziKafka);
