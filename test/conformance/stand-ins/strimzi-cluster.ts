import { Secrets } from '../../support/kubelet';
import { Manifest, Manifests } from '../harness/manifests';

/** A Kafka resource of the Strimzi operator, as far as the other operators and clients see it. */
export interface StrimziCluster {
  readonly name: string;
  readonly namespace: string;
  /** Its internal listeners with TLS and SCRAM-SHA-512. */
  readonly listeners: readonly { readonly name: string; readonly port: number }[];
  /** Certificate of the authority that signs the brokers' certificates, PEM. */
  readonly clusterCa: string;
  /** Certificate of the authority that signs users' certificates, PEM. It is the wrong one for a client to trust. */
  readonly clientsCa: string;
}

/**
 * The authorities' certificates, which the Cluster Operator keeps beside the cluster.
 * Source: strimzi-kafka-operator, KafkaResources.clusterCaCertificateSecretName, clientsCaCertificateSecretName.
 */
export function clusterSecrets({ name, clusterCa, clientsCa }: StrimziCluster): Secrets {
  return { [`${name}-cluster-ca-cert`]: { 'ca.crt': clusterCa }, [`${name}-clients-ca-cert`]: { 'ca.crt': clientsCa } };
}

/** Where clients begin. Source: KafkaResources.bootstrapServiceName. */
export function bootstrapHost({ name, namespace }: StrimziCluster): string {
  return `${name}-kafka-bootstrap.${namespace}.svc`;
}

/** What the bootstrap server sends them to: a broker of the node pool "dual". Source: DnsNameGenerator.podDnsNameWithoutClusterDomain. */
export function brokerHost({ name, namespace }: StrimziCluster): string {
  return `${name}-dual-0.${name}-kafka-brokers.${namespace}.svc`;
}

/** Topics or users that the cluster's operators see: they watch its namespace, and a label. Others they pass over in silence. */
export function watched(manifests: Manifests, kind: 'KafkaTopic' | 'KafkaUser', { name, namespace }: StrimziCluster): Manifest[] {
  return manifests.ofKind(kind).filter(({ metadata }) => metadata.namespace === namespace && metadata.labels?.['strimzi.io/cluster'] === name);
}
