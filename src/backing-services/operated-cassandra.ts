import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Login } from '../model/login';
import { Tls, TlsAuthority } from '../model/tls';
import { CassandraDatacenterProps, ENTERS_CASSANDRA } from './cassandra-keyspace';
import { ReadOnlyCredentialOptions } from './credential-options';
import { assertParts } from './required-parts';

/** A cluster that an operator runs in this cluster. */
export interface OperatedCassandraProps extends ReadOnlyCredentialOptions, CassandraDatacenterProps {
  /**
   * Namespace of the operator's resource. Its Secrets can be read there only, so consumers that enter with one must live there too.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Secret that holds the authority of the nodes' certificates, under the key `ca.crt`. Clients start TLS then.
   *
   * @default - clients start no TLS
   */
  readonly caSecret?: string;
  /**
   * Port that clients dial.
   *
   * @default 9042
   */
  readonly port?: number;
}

/** How clients of an operator's nodes encrypt. */
export function operatedTls({ caSecret }: OperatedCassandraProps): Tls {
  return caSecret === undefined ? Tls.NONE : Tls.byClient(TlsAuthority.LOGIN);
}

/** The login of these credentials, with the authority that clients verify by. Throws BST017 if a part is missing. */
export function operatedLogin(credential: Credential, { caSecret, readOnlyCredentials }: OperatedCassandraProps, path: string): Login {
  const verifying = (entered: Credential) => {
    assertParts(entered, ENTERS_CASSANDRA, path);
    if (caSecret === undefined || entered.has('ca')) return entered;
    return entered.with('ca', KubernetesSecret.existing(caSecret, { reason: 'the authority that the nodes of Cassandra are given' }).key('ca.crt'));
  };
  return Login.shared(verifying(credential), readOnlyCredentials && verifying(readOnlyCredentials));
}
