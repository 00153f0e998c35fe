import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { CredentialProps } from './credential-options';
import { ENTERS_BY_PASSWORD, ofDatabase } from './database-of-server';
import { MYSQL_DATABASE } from './my-sql-database';
import { assertNamespace } from './operator-namespace';

/** A cluster of Oracle's MySQL operator (`mysql.oracle.com`). */
export interface InnoDbClusterProps extends CredentialProps {
  /** Name of the operator's InnoDBCluster. */
  readonly cluster: string;
  /**
   * Namespace of the InnoDBCluster.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /** Database. */
  readonly database: string;
  /**
   * Secret that holds the authority of the router's certificate, where the InnoDBCluster says `tlsUseSelfSigned: false`: that of `spec.tlsCASecretName`, or
   * `<cluster>-ca`, which you made. The router shows a certificate of it if `spec.router.tlsSecretName` has one, with the names that consumers dial.
   *
   * @default - the part `ca` of the credentials; without one, the router's certificate is its own: connections are encrypted, and nothing tells who answers
   */
  readonly caSecret?: string;
  /**
   * Key in that Secret. The operator looks for `ca.pem` first, and then for `ca.crt`.
   *
   * @default "ca.pem"
   */
  readonly caKey?: string;
  /**
   * ServiceAccount that the pods of servers and router run as: `spec.serviceAccountName` of the InnoDBCluster.
   *
   * @default - `<cluster>-sidecar-sa`, which the operator makes
   */
  readonly serviceAccountName?: string;
}

/** `validate` of the operator refuses longer names. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of an InnoDBCluster',
  longest: 28,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 28 characters',
};

/**
 * Where the MySQL operator serves a cluster: at its routers, which send writers to the primary server, and readers to the others.
 * Sources: mysql-operator 9.1.0-2.2.2, mysqloperator/controller/innodbcluster/router_objects.py (Service, pods), cluster_objects.py (Service of the servers,
 * Secrets), cluster_api.py (names, ports, authority).
 */
export function innoDbCluster(props: InnoDbClusterProps, path: string): Provision {
  const { cluster, caSecret, serviceAccountName = `${cluster}-sidecar-sa` } = props;
  assertName(CLUSTER, cluster, path);
  const namespace = assertNamespace(props.namespace, 'InnoDBCluster', 'MySqlProvider.innoDbCluster()', path);
  if (caSecret !== undefined) assertName(Names.SUBDOMAIN, caSecret, path);
  assertName(Names.SUBDOMAIN, serviceAccountName, path);
  const isVerified = caSecret !== undefined || props.credentials.has('ca');
  const router = { service: cluster, tls: Tls.inProtocol(isVerified ? TlsAuthority.LOGIN : TlsAuthority.NONE) };
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'mysql-operator', resource: cluster, namespace,
      podLabels: { 'component': 'mysqlrouter', 'mysql.oracle.com/cluster': cluster, 'tier': 'mysql' },
      addresses: [{ ...router, port: 3306, targetPort: 6446 }, { ...router, port: 6447, role: AddressRole.READ_ONLY }],
    }),
    login: loginOf(props, path),
    furtherServices: [`${cluster}-instances`],
    furtherSecrets: ['backup', 'privsecrets', 'router'].map(ending => `${cluster}-${ending}`),
    serviceAccounts: [serviceAccountName],
  });
}

function loginOf({ database, credentials, readOnlyCredentials, caSecret, caKey = 'ca.pem', cluster }: InnoDbClusterProps, path: string): Login {
  const named = ofDatabase(database, { ...MYSQL_DATABASE, enters: ENTERS_BY_PASSWORD }, path);
  const authority = caSecret === undefined ? ofCredentials(credentials)
    : { ca: KubernetesSecret.existing(caSecret, { reason: `authority that is told to InnoDBCluster ${cluster}` }).key(caKey) };
  const complete = (credential: Credential) => named(Credential.of({ ...authority, ...credential.parts }));
  return Login.shared(complete(credentials), readOnlyCredentials && complete(readOnlyCredentials));
}

/** Whoever enters, the router and so its authority are the same. */
function ofCredentials(credentials: Credential): Record<string, CredentialPart> {
  return credentials.has('ca') ? { ca: credentials.part('ca') } : {};
}
