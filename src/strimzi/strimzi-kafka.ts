import { Construct } from 'constructs';
import { KafkaTopic } from '../model/kafka-topic';
import { acceptArguments, guard } from '../private/boundary';
import { Topology } from '../topology';
import { emitKafkaAccess } from './kafka-access';
import { emitKafkaTopic } from './kafka-topic';
import { emitKafkaUser } from './kafka-user';
import { isStrimzi, StrimziEnforcement } from './strimzi-enforcement';
import { topicDeclaredTwice } from './topic-declared-twice';

/** What to make Strimzi's resources of. */
export interface StrimziKafkaProps {
  /** The topology to read. */
  readonly topology: Topology;
}

/**
 * Messaging through Strimzi: a KafkaTopic for each declared topic, a KafkaUser for each workload with the ACLs that its
 * dependencies need and no more, and a KafkaAccess for each workload that lives in another namespace than the cluster.
 */
export class StrimziKafka extends Construct {
  constructor(scope: Construct, id: string, props: StrimziKafkaProps) {
    acceptArguments('new StrimziKafka', [scope, id, props]);
    super(scope, id);
    const graph = props.topology.read({ enforcement: new StrimziEnforcement(), appChecks: [topicDeclaredTwice] });
    const clusters = graph.services.filter(isStrimzi);
    for (const cluster of clusters) {
      for (const topic of graph.channelsOf(cluster).filter(KafkaTopic.isKafkaTopic)) if (!topic.declaredElsewhere) emitKafkaTopic(this, topic);
      for (const workload of new Set(graph.dependenciesOn(cluster).map(dependency => dependency.source))) {
        const dependencies = graph.dependenciesOf(workload).filter(dependency => dependency.service === cluster);
        emitKafkaUser(this, workload, cluster, dependencies);
        if (workload.namespace !== cluster.locator.namespace) emitKafkaAccess(this, workload, cluster);
      }
    }
  }
}

guard('StrimziKafka', StrimziKafka);
