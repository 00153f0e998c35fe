import { Construct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { kafkaAccessName, kafkaUserName } from '../private/kafka-user-name';

interface KafkaAccessSpec {
  readonly kafka: { readonly name: string; readonly namespace: string; readonly listener: string };
  readonly user: {
    readonly kind: 'KafkaUser';
    readonly apiGroup: 'kafka.strimzi.io';
    readonly name: string;
    readonly namespace: string;
  };
  readonly secretName: string;
}

/** A KafkaAccess beside the workload: the Access Operator copies the user's credentials and the cluster's CA into its Secret. */
export function emitKafkaAccess(scope: Construct, workload: IWorkload, cluster: BackingService): void {
  const { resource, listener, namespace } = cluster.locator;
  const name = kafkaAccessName(workload, cluster.locator);
  emit<KafkaAccessSpec>(scope, {
    apiVersion: 'access.strimzi.io/v1alpha1',
    kind: 'KafkaAccess',
    name,
    namespace: workload.namespace,
    spec: {
      kafka: { name: resource!, namespace: namespace!, listener: listener! },
      user: { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io', name: kafkaUserName(workload, cluster.locator), namespace: namespace! },
      secretName: name,
    },
  });
}
