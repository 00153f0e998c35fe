import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { assertName, NameRule, Names } from '../private/names';
import { datacenterSettings, keyspaceName } from './cassandra-keyspace';
import { OperatedCassandraProps, operatedLogin, operatedTls } from './operated-cassandra';
import { assertNamespace } from './operator-namespace';

/** A CassandraDatacenter of cass-operator, whether a K8ssandraCluster made it or somebody else. */
export interface K8ssandraProps extends OperatedCassandraProps {
  /** Name of the cluster: that of the K8ssandraCluster, or `spec.clusterName` of the CassandraDatacenter. */
  readonly cluster: string;
  /**
   * Name of the CassandraDatacenter resource.
   *
   * @default - the datacenter's name; another one where `spec.datacenterName` differs from it
   */
  readonly resource?: string;
  /**
   * Secret of the superuser, with keys `username` and `password`: `spec.superuserSecretName`. It may do everything with the whole cluster; `credentials` are
   * for a user that may not.
   *
   * @default - `<cluster>-superuser`, which the operator makes
   */
  readonly superuserSecret?: string;
  /**
   * A user of yours, such as one of `spec.users`.
   *
   * @default - the superuser
   */
  readonly credentials?: Credential;
  /**
   * ServiceAccount that the nodes' pods run as: `spec.serviceAccountName`.
   *
   * @default - the namespace's own, "default"
   */
  readonly serviceAccountName?: string;
}

const CLUSTER: NameRule = {
  what: 'the name of a Cassandra cluster',
  pattern: /^[A-Za-z]([\w -]*[A-Za-z0-9])?$/,
  longest: 48,
  allowed: 'letters, digits, "-", "_" and spaces, a letter first and none of these signs last, at most 48 characters',
};

/** Of the Services that the operator makes of a cluster and a datacenter, the one with the longest name. */
const LONGEST_ENDING = '-additional-seed-service';

/**
 * Where cass-operator serves a datacenter, and what its Secrets hold.
 * Sources: cass-operator, apis/cassandra/v1beta1/cassandradatacenter_types.go (names), pkg/reconciliation/construct_service.go (ports; all Services are headless),
 * pkg/reconciliation/secrets.go (keys).
 */
export function k8ssandra(props: K8ssandraProps, path: string): Provision {
  const { cluster, datacenter, resource = datacenter, superuserSecret, credentials, serviceAccountName, port = 9042 } = props;
  assertName(CLUSTER, cluster, path);
  const settings = datacenterSettings(datacenter, path);
  assertName(Names.SUBDOMAIN, resource, path, 'give the name of the CassandraDatacenter as resource');
  if (serviceAccountName !== undefined) assertName(Names.SUBDOMAIN, serviceAccountName, path);
  const called = objectName(cluster);
  const inDatacenter = `${called}-${objectName(resource)}`;
  assertName(Names.SERVICE, `${inDatacenter}${LONGEST_ENDING}`, path, 'name a cluster and a datacenter that make shorter names');
  const superuser = KubernetesSecret.ofOperator(superuserSecret ?? `${called}-superuser`, { producer: `CassandraDatacenter ${resource}` });
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'k8ssandra', resource, namespace: assertNamespace(props.namespace, 'CassandraDatacenter', 'CassandraProvider.k8ssandra()', path),
      podLabels: { 'cassandra.datastax.com/cluster': cluster.replaceAll(' ', ''), 'cassandra.datastax.com/datacenter': resource },
      addresses: [{ service: `${inDatacenter}-service`, headless: true, port, tls: operatedTls(props) }],
    }),
    login: operatedLogin(credentials ?? superuser.credential(), props, path),
    database: keyspaceName(props.keyspace, path),
    settings,
    furtherServices: [`${called}-seed-service`, ...[LONGEST_ENDING, '-all-pods-service', '-node-port-service'].map(ending => `${inDatacenter}${ending}`)],
    furtherSecrets: [`${resource}-ca-keystore`, `${resource}-keystore`, ...credentials ? [superuser.name] : []],
    serviceAccounts: serviceAccountName === undefined ? [] : [serviceAccountName],
  });
}

/** As `CleanupForKubernetes` of the operator makes an object's name of a text that is none. */
function objectName(text: string): string {
  const { pattern, longest } = Names.SERVICE;
  if (text.length <= longest && pattern.test(text)) return text;
  return (text.toLowerCase().replaceAll('_', '-').match(/[a-z]([-a-z0-9]*[a-z0-9])?/g) ?? []).join('');
}
