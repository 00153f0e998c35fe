import { SecretOrigin, SecretReference } from '../model/secret-reference';
import { EndpointOrigin } from '../model/service-endpoint';
import { IWorkload } from '../model/workload-interface';
import { kafkaAccessName, kafkaUserName } from '../private/kafka-user-name';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { KafkaLocation } from './kafka-binding';

interface StrimziCluster {
  readonly cluster: string;
  readonly namespace: string | undefined;
  readonly listener: string;
  readonly port: number;
}

/** The operator makes the Service `<cluster>-kafka-bootstrap` of it, whose name ends at 63 characters. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a Strimzi Kafka cluster',
  longest: 47,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 47 characters',
};

/** Pattern in the CRD of Kafka; the reference text says 25 characters. */
const LISTENER: NameRule = {
  what: 'a listener name',
  pattern: /^[a-z0-9]+$/,
  longest: 11,
  allowed: 'lower-case letters and digits, at most 11 characters',
};

/**
 * Where Strimzi serves a cluster and what its Secrets hold. A consumer beside the cluster reads the User Operator's Secret and
 * the cluster CA's; one in another namespace reads what the Access Operator puts beside it, because Secrets do not cross namespaces.
 * Sources: strimzi-kafka-operator 1.2.0, KafkaResources, KafkaUserModel; kafka-access-operator 0.3.0, KafkaAccessParser.
 */
export function strimzi(props: StrimziCluster, path: string): KafkaLocation {
  const { cluster, namespace, listener, port } = props;
  assertName(CLUSTER, cluster, path);
  assertName(LISTENER, listener, path);
  if (namespace === undefined) {
    throw new TopologyError({
      code: 'BST013',
      path,
      problem: 'the namespace of the Kafka resource is unknown',
      fix: 'give it to KafkaProvider.strimzi(), the Topology or the Chart',
    });
  }
  assertName(Names.LABEL, namespace, path);
  const host = `${cluster}-kafka-bootstrap.${namespace}.svc`;
  const beside = (consumer: IWorkload) => consumer.namespace === namespace;
  const accessOf = (consumer: IWorkload) => operatorSecret(
    kafkaAccessName(consumer, cluster), { username: 'username', password: 'password', ca: 'ssl.truststore.crt' }, `KafkaAccess of ${consumer.name}`, 'KafkaAccess');
  return {
    endpoint: {
      origin: EndpointOrigin.OPERATOR,
      host,
      port,
      moreHosts: [`${cluster}-kafka-brokers.${namespace}.svc`],
      serviceName: `${cluster}-kafka-bootstrap`,
      namespace,
      operator: { operator: 'strimzi', name: cluster, listener },
      podLabels: { 'strimzi.io/cluster': cluster, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': `${cluster}-kafka` },
    },
    provider: 'strimzi',
    brokers: `${host}:${port}`,
    mechanism: 'SCRAM-SHA-512',
    usernameOf: consumer => beside(consumer) ? kafkaUserName(consumer) : undefined,
    credentialsOf: consumer => beside(consumer)
      ? operatorSecret(kafkaUserName(consumer), { password: 'password' }, `KafkaUser ${kafkaUserName(consumer)}`, 'KafkaUser')
      : accessOf(consumer),
    authorityOf: consumer => beside(consumer)
      ? operatorSecret(`${cluster}-cluster-ca-cert`, { ca: 'ca.crt' }, `Kafka ${cluster}`)
      : accessOf(consumer),
  };
}

function operatorSecret(name: string, keys: Record<string, string>, producer: string, emittedKind?: string): SecretReference {
  return SecretReference._inCluster({ origin: SecretOrigin.OPERATOR, secretName: name, keys, producer, emittedKind });
}
