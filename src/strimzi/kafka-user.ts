import { Construct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { kafkaUserName } from '../private/kafka-user-name';
import { KafkaAcl, aclsFor } from './acls';
import { clusterLabel, STRIMZI_API } from './cluster-label';

interface KafkaUserSpec {
  readonly authentication: { readonly type: 'scram-sha-512' };
  readonly authorization: { readonly type: 'simple'; readonly acls: KafkaAcl[] };
}

/** A KafkaUser in the cluster's namespace, which the User Operator watches: one identity for one workload. */
export function emitKafkaUser(scope: Construct, workload: IWorkload, cluster: BackingService, dependencies: Dependency[]): void {
  emit<KafkaUserSpec>(scope, {
    apiVersion: STRIMZI_API,
    kind: 'KafkaUser',
    name: kafkaUserName(workload, cluster.locator),
    namespace: cluster.locator.namespace!,
    labels: clusterLabel(cluster),
    spec: {
      authentication: { type: 'scram-sha-512' },
      authorization: { type: 'simple', acls: aclsFor(dependencies) },
    },
  });
}
