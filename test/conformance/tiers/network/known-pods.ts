import { openPod, Place, Role } from './place';

/** A label that controllers put on every pod of a Deployment, and that no policy selects by. */
const HASH = { 'pod-template-hash': '7d4b8f6c9' };

/** The cluster's DNS as kubeadm and kOps install it. Source: https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/ */
export const KUBE_DNS = clusterDns('kube-system', { 'k8s-app': 'kube-dns' });

export function clusterDns(namespace: string, labels: Record<string, string>): Place {
  return openPod(Role.DNS, 'the DNS', namespace, { ...HASH, ...labels });
}

/** istiod as its Helm chart installs it. Source: istio 1.31, manifests/charts/istio-control/istio-discovery/templates/deployment.yaml */
export function istiod(namespace: string): Place {
  return openPod(Role.CONTROL_PLANE, 'the control plane', namespace, { ...HASH, 'app': 'istiod', 'istio': 'pilot', 'istio.io/rev': 'default', 'sidecar.istio.io/inject': 'false' });
}

/** What sidecars send spans to, where the declaration says that every workload may reach it. */
export function collector(namespace: string, labels: Record<string, string>): Place {
  return openPod(Role.OPERATED, 'the collector', namespace, { ...HASH, ...labels });
}

/** An instance of a CloudNativePG Cluster. Source: https://cloudnative-pg.io/docs/1.29/labels_annotations/ (predefined labels) */
export function postgresInstance(namespace: string, cluster: string): Place {
  return openPod(Role.OPERATED, `${namespace}/${cluster}-1`, namespace, {
    'cnpg.io/cluster': cluster, 'cnpg.io/instanceName': `${cluster}-1`, 'cnpg.io/instanceRole': 'primary', 'cnpg.io/podRole': 'instance', 'role': 'primary',
  });
}

/** A broker of a Strimzi cluster. Source: strimzi-kafka-operator 1.2.0, Labels and KafkaCluster */
export function kafkaBroker(namespace: string, cluster: string): Place {
  return openPod(Role.OPERATED, `${namespace}/${cluster}-kafka`, namespace, strimziLabels(cluster, `${cluster}-kafka`));
}

/** The Entity Operator, which Strimzi runs beside the brokers: much like them, but no broker. */
export function entityOperator(namespace: string, cluster: string): Place {
  return openPod(Role.STRANGER, 'the Entity Operator', namespace, { ...HASH, ...strimziLabels(cluster, `${cluster}-entity-operator`) });
}

/** A pod that no declaration knows. */
export function stranger(namespace: string, labels: Record<string, string> = { app: 'stranger' }): Place {
  return openPod(Role.STRANGER, 'a stranger', namespace, labels);
}

function strimziLabels(cluster: string, name: string): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'strimzi-cluster-operator', 'strimzi.io/cluster': cluster, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': name };
}
