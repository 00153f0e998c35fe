/** A workload, as far as its names on a Kafka cluster need it. */
interface NamedWorkload {
  readonly name: string;
  readonly namespace: string;
}

/** A cluster, as far as the names of its users need it: the operator's resource and its namespace. */
interface NamedCluster {
  readonly resource?: string;
  readonly namespace?: string;
}

/**
 * Name of the KafkaUser of a workload on a cluster: also its principal and the name of its Secret, beside the cluster. A dot cannot be part of
 * any of the three names, so no two workloads and no two clusters make the same one, and none has to be shortened: they are 63, 63 and 47
 * characters at most, and the object may have 253.
 */
export function kafkaUserName(workload: NamedWorkload, { resource }: NamedCluster): string {
  return `${workload.namespace}.${workload.name}.${resource!}`;
}

/**
 * Name of the KafkaAccess of a workload to a cluster, and of the Secret that comes of it, in the workload's namespace, where clusters of several
 * namespaces meet. The dots keep it apart from the Secret of any binding, whose name has none.
 */
export function kafkaAccessName(workload: NamedWorkload, { resource, namespace }: NamedCluster): string {
  return `${workload.name}.${namespace!}.${resource!}-kafka`;
}
