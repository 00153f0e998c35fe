import { guard } from '../private/boundary';
import { hostAndPort, isIpAddress } from '../private/ip-host';
import { Protocol } from './protocol';
import { Tls, TlsStart } from './tls';

/** What a client uses an address for. */
export enum AddressRole {
  /** All that a client wants of the service. */
  PRIMARY = 'primary',
  /** Reading; what writes is refused there. */
  READ_ONLY = 'read-only',
  /** The same as the primary one, at another server: clients try either. */
  ALTERNATE = 'alternate',
  /** One server of several, which clients learn of from the primary address and then dial themselves. */
  MEMBER = 'member',
  /** Running the service, not using it; consumers are not let through. */
  MANAGEMENT = 'management',
}

/** What every address tells. */
export interface AddressProps {
  /**
   * What a client uses it for.
   *
   * @default AddressRole.PRIMARY
   */
  readonly role?: AddressRole;
  /** Port that a client dials. */
  readonly port: number;
  /**
   * Port that the pods, or the host outside, listen on.
   *
   * @default - the port that a client dials
   */
  readonly targetPort?: number;
  /**
   * What client and server say to each other.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;
  /**
   * How the connection is encrypted.
   *
   * @default Tls.NONE
   */
  readonly tls?: Tls;
}

/** An address that a Kubernetes Service gives out. */
export interface ServiceAddressProps extends AddressProps {
  /** Name of the Kubernetes Service. */
  readonly service: string;
  /**
   * Whether the Kubernetes Service gives out the pods' addresses instead of one of its own.
   *
   * @default false
   */
  readonly headless?: boolean;
  /**
   * The port that the pods listen on, by the name that their containers give it, in place of `targetPort`: of a workload of this topology whose pods tell
   * their ports by name. The Service sends to the name; policies open the number.
   *
   * @default - it is said by number
   */
  readonly targetPortName?: string;
}

/** An address outside of the cluster. */
export interface ExternalAddressProps extends AddressProps {
  /**
   * DNS name; `*.` at the front of a member's stands for any name. Or an IP address, in its shortest form and without brackets, if clients send no requests
   * there: a mesh knows those by name.
   */
  readonly host: string;
  /**
   * What every path of a request begins with, such as `/v1`; without a slash at its end.
   *
   * @default - nothing
   */
  readonly basePath?: string;
}

interface Place {
  readonly host: string;
  readonly service?: string;
  readonly headless?: boolean;
  readonly targetPortName?: string;
  readonly hasTwoTargets?: boolean;
  readonly basePath?: string;
}

/** Where a client dials, and what it finds there. Locators make them. */
export class Address {
  /** With the numbers of ports by name, where the pods behind it tell them. @internal */
  public static _ofService(props: ServiceAddressProps, namespace: string, portNumbers?: ReadonlyMap<string, number>): Address {
    const { service, headless, targetPort, targetPortName } = props;
    const named = targetPortName === undefined ? undefined : portNumbers?.get(targetPortName);
    const place = { host: `${service}.${namespace}.svc`, service, headless, targetPortName, hasTwoTargets: targetPort !== undefined && targetPortName !== undefined };
    return new Address({ ...props, targetPort: targetPort ?? named }, place);
  }

  /** @internal */
  public static _external(props: ExternalAddressProps): Address {
    return new Address(props, props);
  }

  /** What a client uses it for. */
  public readonly role: AddressRole;
  /** Name or IP address that a client dials: `user-service.books.svc`, `payments.example.com`, `203.0.113.7`. */
  public readonly host: string;
  /** Name of the Kubernetes Service; none outside of the cluster. */
  public readonly service?: string;
  /** Whether the Kubernetes Service gives out the pods' addresses instead of one of its own. */
  public readonly headless: boolean;
  /** What every path of a request begins with; empty if nothing. */
  public readonly basePath: string;
  /** Port that a client dials. */
  public readonly port: number;
  /** Port that the pods, or the host outside, listen on. */
  public readonly targetPort: number;
  /** The name of that port, if the Kubernetes Service sends to it by name. */
  public readonly targetPortName?: string;
  /** What client and server say to each other. */
  public readonly protocol: Protocol;
  /** How the connection is encrypted. */
  public readonly tls: Tls;

  readonly #hasTwoTargets: boolean;

  private constructor(props: AddressProps, place: Place) {
    this.role = props.role ?? AddressRole.PRIMARY;
    this.host = place.host;
    this.service = place.service;
    this.headless = place.headless ?? false;
    this.basePath = place.basePath ?? '';
    this.port = props.port;
    this.targetPort = props.targetPort ?? props.port;
    this.targetPortName = place.targetPortName;
    this.#hasTwoTargets = place.hasTwoTargets ?? false;
    this.protocol = props.protocol ?? Protocol.TCP;
    this.tls = props.tls ?? Tls.NONE;
  }

  /** Whether the port of the pods was said by number and by name. @internal */
  public get _hasTwoTargets(): boolean {
    return this.#hasTwoTargets;
  }

  /** Host and port in one text, as URLs and lists of servers have them: an IPv6 address stands in brackets. */
  public get hostAndPort(): string {
    return hostAndPort(this.host, this.port);
  }

  /** Whether a mesh can see single requests: the protocol has them, and the client does not encrypt them itself. */
  public get showsRequests(): boolean {
    return this.protocol.hasRequests && !this.tls.isOfClient;
  }

  /**
   * What a mesh sees on the port, in the words of `appProtocol`: `http`, `grpc`, `tls` or `tcp`. By `tls` it tells servers outside apart by the name that
   * clients send; where they may send none, it sees `tcp`.
   *
   * Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/#explicit-protocol-selection
   */
  public get appProtocol(): string {
    if (this.tls.start === TlsStart.CLIENT && this.isKnownByName) return 'tls';
    return this.tls.isOfClient ? Protocol.TCP.name : this.protocol.name;
  }

  /**
   * A Service has an address to be known by. Clients of HTTPS send the name (RFC 9110, 4.2.2; RFC 9113, 9.2); of an address no client sends one
   * (RFC 6066, 3).
   */
  private get isKnownByName(): boolean {
    if (isIpAddress(this.host)) return false;
    return this.service !== undefined || this.tls.namesServer || this.protocol.hasRequests;
  }
}

guard('Address', Address);
