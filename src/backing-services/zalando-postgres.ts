import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { ReadOnlyCredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatorNamespace } from './operator-namespace';
import { databasePart } from './postgres-database';
import { assertParts, ENTERS_POSTGRES } from './required-parts';

/** A cluster of Zalando's Postgres Operator. */
export interface ZalandoProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's `postgresql` resource. */
  readonly cluster: string;
  /** Role that consumers enter with: a name in `spec.users`. */
  readonly user: string;
  /** Database: a name in `spec.databases`. */
  readonly database: string;
  /**
   * Namespace of the resource. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Name of the role's Secret, where the operator's option `secret_name_template` is another one.
   *
   * @default - `<user>.<cluster>.credentials.postgresql.acid.zalan.do`, each "_" of the user a "-"
   */
  readonly secretName?: string;
  /**
   * Secret that holds the authority of the servers' certificate, under the key `ca.crt`: that which `spec.tls` names.
   *
   * @default - none: each server makes a certificate of its own, so that clients encrypt and cannot tell who answers
   */
  readonly caSecret?: string;
  /**
   * Whether consumers are sent to the connection pooler, which the resource enables: all of them, those who only read too.
   *
   * @default false
   */
  readonly pooler?: boolean;
  /**
   * ServiceAccount that the pods run as: `pod_service_account_name` of the operator.
   *
   * @default "postgres-pod"
   */
  readonly serviceAccountName?: string;
}

/** `clusterNameMaxLength` of the operator; of the pooler's Service, `<cluster>-pooler-repl`, 51 are left. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a cluster of Zalando\'s Postgres Operator',
  longest: 51,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 51 characters',
};
/** `userRegexp` of the operator. */
const USER: NameRule = {
  what: 'a role of Zalando\'s Postgres Operator',
  pattern: /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/,
  longest: 63,
  allowed: 'lower-case letters, digits, "-" and "_" between them, at most 63 characters',
};

/**
 * Where the operator serves a cluster, and what its Secrets hold: a user name and a password of letters and digits, and no URL.
 * Sources: postgres-operator v2.0.1, pkg/cluster/util.go (credentialSecretName), pkg/util/util.go (RandomPassword), pkg/cluster/connection_pooler.go (labels).
 */
export function zalando(props: ZalandoProps, { scope, path }: Asked): Provision {
  const { cluster, user, caSecret, pooler = false, serviceAccountName = 'postgres-pod' } = props;
  assertName(CLUSTER, cluster, path);
  assertName(USER, user, path);
  for (const name of [caSecret, serviceAccountName, props.secretName]) if (name !== undefined) assertName(Names.SUBDOMAIN, name, path);
  const namespace = operatorNamespace(props.namespace, 'postgresql resource', 'PostgresProvider.zalando', { scope, path });
  const server = { port: 5432, tls: Tls.inProtocol(caSecret === undefined ? TlsAuthority.NONE : TlsAuthority.LOGIN) };
  const addresses = pooler ? [{ ...server, service: `${cluster}-pooler` }]
    : [{ ...server, service: cluster }, { ...server, service: `${cluster}-repl`, role: AddressRole.READ_ONLY }];
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'zalando-postgres-operator', resource: cluster, namespace, addresses,
      podLabels: { 'cluster-name': cluster, ...pooler ? { 'connection-pooler': `${cluster}-pooler` } : { application: 'spilo' } },
    }),
    login: loginOf(props, path),
    furtherServices: [`${cluster}-config`, ...pooler ? [cluster, `${cluster}-repl`] : []],
    furtherSecrets: ['postgres', 'standby', ...pooler ? ['pooler'] : []].map(name => secretOf(name, cluster)),
    serviceAccounts: [serviceAccountName],
  });
}

function secretOf(user: string, cluster: string): string {
  return `${user.replaceAll('_', '-')}.${cluster}.credentials.postgresql.acid.zalan.do`;
}

function loginOf(props: ZalandoProps, path: string): Login {
  const { cluster, user, database, secretName = secretOf(user, cluster), caSecret, readOnlyCredentials } = props;
  const producer = `postgresql ${cluster}`;
  const known = {
    database: databasePart(database, path),
    ...caSecret === undefined ? {} : { ca: KubernetesSecret.existing(caSecret, { reason: `authority that is told to ${producer}` }).key('ca.crt') },
  };
  const complete = (credential: Credential) => Credential.of({ ...known, ...assertParts(credential, ENTERS_POSTGRES, path).parts });
  const password = KubernetesSecret.ofOperator(secretName, { producer }).key('password').urlSafe();
  const own = complete(Credential.of({ username: CredentialPart._literal(user), password }));
  return Login.shared(own, readOnlyCredentials && complete(readOnlyCredentials));
}
