import { guard } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { byCodePoint } from '../private/names';
import { ClientCertificates, ClusterListenerOptions, HttpListenerOptions, HttpsListenerOptions, ListenerHosts, ListenerProtocol, TlsListenerOptions, TlsVersion } from './gateway-listener-props';
import { refused } from './gateway-refusal';
import { ANY_HOST, assertListenerHost, assertListenerPort } from './listener-host';
import { assertSecretName } from './secret-name';

/** Where a gateway listens, for which hosts, and how. Source: https://istio.io/latest/docs/reference/config/networking/gateway/#Server */
export class GatewayListener {
  /**
   * Requests in the clear.
   *
   * @throws BST801 if a host is none, BST007 if the port does not exist, BST049 if it is the proxy's own or a list of hosts is empty
   */
  public static http(options: HttpListenerOptions = {}): GatewayListener {
    return new GatewayListener(ListenerProtocol.HTTP, 'GatewayListener.http', { ...options, port: options.port ?? 80 });
  }

  /**
   * Requests in the clear, each of which is told to come back by TLS (301).
   *
   * @throws BST801 if a host is none, BST007 if the port does not exist, BST049 if it is the proxy's own or a list of hosts is empty
   */
  public static redirectToHttps(options: HttpListenerOptions = {}): GatewayListener {
    return new GatewayListener(ListenerProtocol.HTTP, 'GatewayListener.redirectToHttps', { ...options, port: options.port ?? 80, redirectsToHttps: true });
  }

  /**
   * Requests by TLS, which the gateway ends.
   *
   * @throws BST801 if a host is none or the Secret cannot be named so, BST510 if a credential stands in place of its name, BST007 if the port does not exist, BST049 if it is the proxy's own or a list of hosts is empty
   */
  public static https(options: HttpsListenerOptions): GatewayListener {
    return new GatewayListener(ListenerProtocol.HTTPS, 'GatewayListener.https', {
      ...options, port: options.port ?? 443, minTlsVersion: options.minTlsVersion ?? TlsVersion.V1_2,
    });
  }

  /**
   * Connections by TLS, passed on as they are to the service of the name that the client asks for (SNI).
   *
   * @throws BST801 if a host is none, BST007 if the port does not exist, BST049 if it is the proxy's own or a list of hosts is empty
   */
  public static tlsPassthrough(options: TlsListenerOptions = {}): GatewayListener {
    return new GatewayListener(ListenerProtocol.TLS, 'GatewayListener.tlsPassthrough', { ...options, port: options.port ?? 443 });
  }

  /**
   * Connections by mutual TLS from sidecars of other clusters, passed on to the service of the mesh that they name, whatever is exposed.
   * Source: https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/
   *
   * @throws BST801 if a host is none, BST007 if the port does not exist, BST049 if it is the proxy's own or a list of hosts is empty
   */
  public static autoPassthrough(options: ClusterListenerOptions = {}): GatewayListener {
    return new GatewayListener(ListenerProtocol.TLS, 'GatewayListener.autoPassthrough', { hosts: options.hosts ?? ['*.local'], port: options.port ?? 15443, isAutomatic: true });
  }

  /**
   * Connections without a name: one service is at the port.
   *
   * @throws BST007 if the port does not exist, BST049 if it is the proxy's own
   */
  public static tcp(port: number): GatewayListener {
    return new GatewayListener(ListenerProtocol.TCP, 'GatewayListener.tcp', { port });
  }

  /** What it takes. */
  public readonly protocol: ListenerProtocol;
  /** Port of the gateway's Service. */
  public readonly port: number;
  /** Names that clients ask for, sorted; `*` for any. */
  public readonly hosts: string[];
  /** Whether requests are told to come back by TLS. */
  public readonly redirectsToHttps: boolean;
  /** Whether connections are passed on to the service of the mesh that they name. */
  public readonly isAutomatic: boolean;
  /** Name of the Secret with the certificate; none where the gateway ends no TLS. */
  public readonly certificateSecret?: string;
  /** Whether clients show a certificate. */
  public readonly clientCertificates: ClientCertificates;
  /** The oldest TLS that is spoken; none where the gateway ends no TLS. */
  public readonly minTlsVersion?: TlsVersion;

  private constructor(protocol: ListenerProtocol, path: string, held: HeldListener) {
    this.protocol = protocol;
    this.port = assertListenerPort(held.port, path);
    this.hosts = frozenList(heldHosts(held, path));
    this.redirectsToHttps = held.redirectsToHttps ?? false;
    this.isAutomatic = held.isAutomatic ?? false;
    this.certificateSecret = held.certificateSecret === undefined ? undefined : assertSecretName(held.certificateSecret, path);
    this.clientCertificates = held.clientCertificates ?? ClientCertificates.NONE;
    this.minTlsVersion = held.minTlsVersion;
    lockMembers(this);
  }

  /** Whether it sees requests, and not connections alone. @internal */
  public get _showsRequests(): boolean {
    return this.protocol === ListenerProtocol.HTTP || this.protocol === ListenerProtocol.HTTPS;
  }
}

guard('GatewayListener', GatewayListener);

interface HeldListener extends ListenerHosts, Partial<Omit<HttpsListenerOptions, 'port'>> {
  readonly port: number;
  readonly redirectsToHttps?: boolean;
  readonly isAutomatic?: boolean;
}

function heldHosts({ hosts = [ANY_HOST] }: ListenerHosts, path: string): string[] {
  if (hosts.length === 0) throw refused(path, 'no host is given, so that nothing would arrive', 'name a host, or leave hosts out for any');
  return [...new Set(hosts.map(host => assertListenerHost(host, path)))].sort(byCodePoint);
}
