import { declareExamples } from '../../../../examples/charts';
import { kafka } from '../../fixtures/kafka';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { BUBBLEWRAP, IPROUTE, JAVA, OPENSSL } from '../../toolbox/debian';
import { EXTERNAL_SECRETS_TEMPLATES } from '../../toolbox/external-secrets';
import { KAFKA } from '../../toolbox/kafka';
import { PYTHON } from '../../toolbox/python';
import { CONSUMERS } from './consumers';
import { MANAGED, PRODUCERS } from './producers';
import { TOPICS } from './topics';
import { KafkaWorld } from './world';

/** Programs that know nothing but what the platform tells them, on a broker with TLS, SASL and its authorizer. */
export const KAFKA_TIER: Tier<KafkaWorld> = {
  name: 'kafka',
  real: [`${KAFKA.name} with TLS, SASL and its authorizer`, 'confluent-kafka 2.16.1 for Python', 'the template engine of External Secrets 0.20.4'],
  standIns: [
    'the kubelet', 'Strimzi\'s User Operator', 'Strimzi\'s Topic Operator', 'the Kafka Access Operator', 'the controller of External Secrets',
    'the Secrets of CloudNativePG', 'DNS',
  ],
  needs: [ROOT_RIGHTS, IPROUTE, OPENSSL, BUBBLEWRAP, JAVA, KAFKA, PYTHON, EXTERNAL_SECRETS_TEMPLATES],
  manifests: () => Manifests.synthesized(app => {
    declareExamples(app);
    kafka(app);
  }),
  open: () => KafkaWorld.open(),
  rows: [...PRODUCERS, ...MANAGED, ...CONSUMERS, ...TOPICS],
};
