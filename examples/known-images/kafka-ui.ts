import { Chart } from 'cdk8s';
import { EnvNames, Kafka, KafkaProvider, Mesh, Platform, Topology } from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Kafka UI, which was Provectus's and is Kafbat's: what follows `PROPERTIES_` is a setting of Kafka's own client, which reads an authority from a PEM file.
 * It shows the topics that it is declared to read, and no others.
 * Sources: https://ui.docs.kafbat.io/configuration/misc-configuration-properties, https://ui.docs.kafbat.io/configuration/authentication/sasl_scram,
 * https://kafka.apache.org/documentation/#adminclientconfigs (ssl.truststore.type)
 */
export function kafkaUi(chart: Chart): Topology {
  const topology = new Topology(chart, 'kafka-ui');
  const ui = imageOf(topology, 'kafka-ui', { image: 'ghcr.io/kafbat/kafka-ui:v1.4.2', port: 8080, env: { KAFKA_CLUSTERS_0_READONLY: 'true' } });

  // #region declaration
  const kafka = new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });

  const envNames = EnvNames.map({
    KAFKA_CLUSTERS_0_NAME: 'events',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '{bootstrap-servers}',
    KAFKA_CLUSTERS_0_PROPERTIES_SECURITY_PROTOCOL: '{security-protocol}',
    KAFKA_CLUSTERS_0_PROPERTIES_SASL_MECHANISM: '{sasl-mechanism}',
    KAFKA_CLUSTERS_0_PROPERTIES_SASL_JAAS_CONFIG: '{sasl-jaas-config}',
    KAFKA_CLUSTERS_0_PROPERTIES_SSL_TRUSTSTORE_TYPE: 'PEM',
    KAFKA_CLUSTERS_0_PROPERTIES_SSL_TRUSTSTORE_LOCATION: '{ca:file}',
  });
  for (const topic of ['order-created', 'order-cancelled']) ui.consumes(kafka.existingTopic(topic), { envNames, consumerGroup: 'kafka-ui' });

  published(topology, [[ui, 8080]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
