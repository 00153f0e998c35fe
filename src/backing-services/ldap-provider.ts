import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls, TlsStart } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { assertDistinguishedName } from './distinguished-name';
import { ExternalHostProps } from './external-host-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/** What a client has to know of a directory. */
export interface LdapDirectoryProps {
  /**
   * Distinguished name that consumers search below: `dc=example,dc=com`, as RFC 4514 writes it.
   */
  readonly baseDn: string;
}

/** How a workload of ours serves LDAP. */
export interface LdapWorkloadOptions extends WorkloadPortOptions, LdapDirectoryProps {}

/** An LDAP directory that somebody else runs in this cluster. */
export interface InClusterLdapProps extends InClusterProps, LdapDirectoryProps {}

/**
 * An LDAP directory of a third party. It is entered with parts `username`, the distinguished name to bind as (`cn=reader,dc=example,dc=com`), or another name that the server takes, and
 * `password`; or, if it lets anybody read, without credentials.
 */
export interface ExternalLdapProps extends ExternalHostProps, LdapDirectoryProps {
  /**
   * How the connection is encrypted: `Tls.byClient()` is `ldaps`, `Tls.inProtocol()` is StartTLS, at the port of `ldap`.
   *
   * @default - clients start TLS (`ldaps`) and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** What a directory is entered with, if it asks. */
export const ENTERS_LDAP = [['username', 'password']];

/**
 * Who provides an LDAP directory. What extends it gives the base as setting `base-dn` of the `Provision`, and a login of parts `username` and `password`, or none.
 */
export abstract class LdapProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 389, or 636 if clients start TLS before any word of the protocol.
   *
   * @throws BST801 if the base is no distinguished name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: LdapWorkloadOptions): LdapProvider {
    return given(LdapProvider, ({ id, path }) => ldap(byWorkload(workload, id, options, usual(options.tls)), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 389, or 636 if clients start TLS before any word of the protocol.
   *
   * @throws BST801 if the base is no distinguished name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterLdapProps): LdapProvider {
    return given(LdapProvider, ({ path }) => ldap(byNeighbour(props, usual(props.tls)), props, path));
  }

  /**
   * A third party. Usual port: 636, or 389 by StartTLS or in the clear.
   *
   * @throws BST801 if the host is neither a DNS name nor an IP address, or the base is no distinguished name, BST032 if the host is not outside, BST007 if the
   * port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST511 if a URL stands in place of a name, BST017 if the credentials lack a part
   */
  public static external(props: ExternalLdapProps): LdapProvider {
    const { host, cidrs, endpoints, tls = Tls.byClient(authorityOf(props.credentials)), port = usual(tls).port } = props;
    return given(LdapProvider, ({ path }) => ldap(Locator.external({ cidrs, endpoints, addresses: [{ host, port, tls }] }), props, path));
  }
}

guard('LdapProvider', LdapProvider);

/** Source: https://www.iana.org/assignments/service-names-port-numbers (ldap, ldaps) */
function usual(tls?: Tls) {
  return { port: tls?.start === TlsStart.CLIENT ? 636 : 389, protocol: Protocol.TCP };
}

function ldap(locator: Locator, options: ProvidedOptions & LdapDirectoryProps, path: string): Provision {
  const base = assertDistinguishedName(options.baseDn, path);
  return new Provision({
    ...provided(locator, options, path, credential => assertParts(credential, ENTERS_LDAP, path)), settings: { 'base-dn': base },
  });
}
