import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { addressesOf, ExternalHostsProps } from './external-hosts-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/**
 * NATS servers of a third party. They are entered with parts `username` and `password`; with a `token`; with `creds`, the whole text of a credentials file; with an
 * `nkey-seed`; with `client-certificate` and `private-key`; or without credentials.
 */
export interface ExternalNatsProps extends ExternalHostsProps {
  /**
   * DNS names or IP addresses, at the same port, of servers that clients are not told of but learn of from the others, and reconnect to; `*.` before a domain of
   * two parts or more stands for any name in it.
   *
   * @default - clients learn of no others, as where the servers say `no_advertise`
   */
  readonly discoveredHosts?: string[];
  /**
   * How the connection is encrypted. `Tls.byClient()` for servers that take no word before TLS (`handshake_first`): clients have to be told so too.
   *
   * @default - clients agree on TLS with the server (`tls`), as NATS does, and verify it by the part `ca` of the credentials, or, without one, by the
   * authorities they trust
   */
  readonly tls?: Tls;
}

const USUAL = { port: 4222, protocol: Protocol.TCP };
/** Source: https://docs.nats.io/using-nats/developer/connecting/security */
const ENTERED_WITH = [['username', 'password'], ['token'], ['creds'], ['nkey-seed'], ['client-certificate', 'private-key']];

/**
 * Who provides NATS. What extends it gives servers that clients are told of as the primary address and as those with `AddressRole.ALTERNATE`, servers that
 * they learn of with `AddressRole.MEMBER`, and a login of parts `username` and `password`, of `token`, `creds` or `nkey-seed`, or none.
 */
export abstract class NatsProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 4222. Clients of several servers learn of each and reconnect to its pod: say `headless`, so that a mesh
   * knows the pods, or `no_advertise` in the servers' configuration. There, `$NATS_PASSWORD` is the variable that `serverEnvNames` names so.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): NatsProvider {
    return given(NatsProvider, ({ id, path }) => nats(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program, the Helm chart of NATS. Usual port: 4222.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterProps): NatsProvider {
    return given(NatsProvider, ({ path }) => nats(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party. Usual port: 4222. The URL begins with `tls` where clients encrypt: by `nats` they would speak in the clear to whoever answers that it knows
   * no TLS. Those of Node.js go by their option `tls` instead: `{}` makes them insist.
   * Sources: https://docs.nats.io/using-nats/developer/connecting, https://github.com/nats-io/nats.js
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if a host is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part, BST511 if credentials stand in a host
   */
  public static external(props: ExternalNatsProps): NatsProvider {
    const { host, otherHosts = [], discoveredHosts, port = USUAL.port, cidrs, endpoints } = props;
    const { tls = Tls.inProtocol(authorityOf(props.credentials)) } = props;
    return given(NatsProvider, ({ path }) => (
      nats(Locator.external({ cidrs, endpoints, addresses: addressesOf([host, ...otherHosts], port, tls, discoveredHosts) }), props, path)));
  }
}

guard('NatsProvider', NatsProvider);

/** Throws BST017 unless servers can be entered with it; returns the credential. */
export function assertEntersNats(credential: Credential, path: string): Credential {
  return assertParts(credential, ENTERED_WITH, path);
}

function nats(locator: Locator, options: Omit<ProvidedOptions, 'database'>, path: string): Provision {
  return provided(locator, options, path, credential => assertEntersNats(credential, path));
}
