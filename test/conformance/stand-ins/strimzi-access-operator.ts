import { Secrets } from '../../support/kubelet';
import { Manifest, Manifests } from '../harness/manifests';
import { bootstrapHost, StrimziCluster, watched } from './strimzi-cluster';

/**
 * Stands in for the Kafka Access Operator: a KafkaAccess becomes a Secret beside it, with what a client needs. Where the cluster, its
 * listener or the user is not there, there is no Secret. Returns the Secrets of a namespace.
 * Source: kafka-access-operator 0.3.0, SecretDependentResource, KafkaListener, KafkaUserData.
 *
 * @param users the Secrets that the User Operator keeps
 */
export function accessSecrets(manifests: Manifests, namespace: string, cluster: StrimziCluster, users: Secrets): Secrets {
  const known = new Set(watched(manifests, 'KafkaUser', cluster).map(({ metadata }) => metadata.name));
  return Object.fromEntries(manifests.ofKind('KafkaAccess').filter(({ metadata }) => metadata.namespace === namespace).flatMap(access => {
    const listener = listenerOf(access, cluster);
    const user = userOf(access, cluster);
    if (!listener || user === undefined || !known.has(user) || !users[user]) return [];
    return [[access.spec.secretName ?? access.metadata.name, { ...ofListener(listener, cluster), ...ofUser(user, users[user]) }]];
  }));
}

function listenerOf({ metadata, spec: { kafka } }: Manifest, { name, namespace, listeners }: StrimziCluster): StrimziCluster['listeners'][number] | undefined {
  if (kafka.name !== name || (kafka.namespace ?? metadata.namespace) !== namespace) return undefined;
  return kafka.listener === undefined ? listeners[0] : listeners.find(listener => listener.name === kafka.listener);
}

function userOf({ metadata, spec: { user } }: Manifest, { namespace }: StrimziCluster): string | undefined {
  const fits = user?.kind === 'KafkaUser' && user.apiGroup === 'kafka.strimzi.io' && (user.namespace ?? metadata.namespace) === namespace;
  return fits ? user.name : undefined;
}

function ofListener({ port }: { readonly port: number }, cluster: StrimziCluster): Record<string, string> {
  const bootstrap = `${bootstrapHost(cluster)}:${port}`;
  return {
    'type': 'kafka', 'provider': 'strimzi',
    'bootstrap.servers': bootstrap, 'bootstrapServers': bootstrap, 'bootstrap-servers': bootstrap,
    'security.protocol': 'SASL_SSL', 'securityProtocol': 'SASL_SSL',
    'ssl.truststore.crt': cluster.clusterCa,
  };
}

function ofUser(name: string, secret: Record<string, string>): Record<string, string> {
  return {
    'username': name, 'user': name,
    'sasl.mechanism': 'SCRAM-SHA-512', 'saslMechanism': 'SCRAM-SHA-512',
    'password': secret.password, 'sasl.jaas.config': secret['sasl.jaas.config'],
  };
}
