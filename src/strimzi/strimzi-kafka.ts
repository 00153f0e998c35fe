import { Construct } from 'constructs';
import { Topology } from '../topology';
import { emitKafkaAccess } from './kafka-access';
import { emitKafkaTopic } from './kafka-topic';
import { emitKafkaUser } from './kafka-user';
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
    super(scope, id);
    const graph = props.topology.read({ enforces: ['group'], checks: [topicDeclaredTwice] });
    const clusters = graph.services.filter(service => service.endpoint.operator?.operator === 'strimzi');
    for (const cluster of clusters) {
      for (const topic of graph.topicsOf(cluster)) emitKafkaTopic(this, topic);
      for (const workload of new Set(graph.dependenciesOn(cluster).map(dependency => dependency.source))) {
        const dependencies = graph.dependenciesOf(workload).filter(dependency => dependency.service === cluster);
        emitKafkaUser(this, workload, cluster, dependencies);
        if (workload.namespace !== cluster.endpoint.namespace) emitKafkaAccess(this, workload, cluster);
      }
    }
  }
}
