import { Synthesized } from '../synthesized';
import { told } from '../told';
import { kafkaUi } from './kafka-ui';

const system = new Synthesized('known-images-kafka-ui', 'kafka-ui', kafkaUi);
const GIVEN = ['KAFKA_CLUSTERS_0_READONLY'];

test('Kafka UI is told this, and nothing else', () => expect(told(system, 'kafka-ui', GIVEN)).toEqual({
  KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'events-kafka-bootstrap.kafka.svc:9093',
  KAFKA_CLUSTERS_0_NAME: 'events',
  KAFKA_CLUSTERS_0_PROPERTIES_SASL_JAAS_CONFIG: 'org.apache.kafka.common.security.scram.ScramLoginModule required username="‹secret kafka-ui.kafka.events-kafka username›" password="‹secret kafka-ui.kafka.events-kafka password›";',
  KAFKA_CLUSTERS_0_PROPERTIES_SASL_MECHANISM: 'SCRAM-SHA-512',
  KAFKA_CLUSTERS_0_PROPERTIES_SECURITY_PROTOCOL: 'SASL_SSL',
  KAFKA_CLUSTERS_0_PROPERTIES_SSL_TRUSTSTORE_LOCATION: '/bindings/events/ca.crt',
  KAFKA_CLUSTERS_0_PROPERTIES_SSL_TRUSTSTORE_TYPE: 'PEM',
}));
