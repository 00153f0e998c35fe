/** A workload, as far as its names on a Kafka cluster need it. */
interface NamedWorkload {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Name of the KafkaUser of a workload: also its principal and the name of its Secret. The dot cannot be part of either name,
 * so no two workloads of any program that shares the cluster make the same name.
 */
export function kafkaUserName(workload: NamedWorkload): string {
  return `${workload.namespace}.${workload.name}`;
}

/**
 * Name of the KafkaAccess of a workload to a cluster, and of the Secret that comes of it, in the workload's namespace. The dot keeps it
 * apart from the Secret of any binding, whose name has none.
 */
export function kafkaAccessName(workload: NamedWorkload, cluster: string): string {
  return `${workload.name}.${cluster}-kafka`;
}
