import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { datacenterSettings, keyspaceName } from './cassandra-keyspace';
import { OperatedCassandraProps, operatedLogin, operatedTls } from './operated-cassandra';
import { assertNamespace } from './operator-namespace';

/** A cluster of ScyllaDB Operator, in one datacenter. */
export interface ScyllaOperatorProps extends OperatedCassandraProps {
  /** Name of the ScyllaCluster or ScyllaDBDatacenter resource. */
  readonly cluster: string;
  /**
   * What consumers enter with, of parts `username` and `password`: the operator makes no users.
   *
   * @default - nothing, as ScyllaDB asks for nothing until its configuration says so
   */
  readonly credentials?: Credential;
}

/** The operator makes the Service `<cluster>-client` of it, whose name ends at 63 characters. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a cluster of ScyllaDB Operator',
  longest: 56,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 56 characters',
};

/** Secrets that the operator keeps for itself, behind the name of the cluster. */
const SECRETS = [
  'auth-token', 'local-client-ca', 'local-user-admin', 'local-serving-ca', 'local-serving-certs', 'local-cql-connection-configs-admin', 'alternator-local-serving-ca',
  'alternator-local-serving-certs',
];

/**
 * Where ScyllaDB Operator serves a cluster.
 * Sources: scylla-operator, pkg/naming/names.go, pkg/naming/labels.go, pkg/controller/scylladbdatacenter/resource.go (the Service is no headless one).
 */
export function scyllaOperator(props: ScyllaOperatorProps, path: string): Provision {
  const { cluster, credentials, port = 9042 } = props;
  assertName(CLUSTER, cluster, path);
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'scylla-operator', resource: cluster, namespace: assertNamespace(props.namespace, 'ScyllaDB cluster', 'CassandraProvider.scyllaOperator()', path),
      podLabels: { 'app.kubernetes.io/name': 'scylla', 'app.kubernetes.io/managed-by': 'scylla-operator', 'scylla/cluster': cluster },
      addresses: [{ service: `${cluster}-client`, port, tls: operatedTls(props) }],
    }),
    login: loginOf(credentials, props, path),
    database: keyspaceName(props.keyspace, path),
    settings: datacenterSettings(props.datacenter, path),
    furtherSecrets: SECRETS.map(ending => `${cluster}-${ending}`),
    serviceAccounts: [`${cluster}-member`],
  });
}

/** A reader and an authority come with the user that they stand beside. */
function loginOf(credentials: Credential | undefined, props: ScyllaOperatorProps, path: string): Login | undefined {
  if (credentials) return operatedLogin(credentials, props, path);
  if (props.readOnlyCredentials === undefined && props.caSecret === undefined) return undefined;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: 'there is a caSecret or there are credentials for those who only read, and no credentials for the others',
    fix: 'give credentials too',
  });
}
