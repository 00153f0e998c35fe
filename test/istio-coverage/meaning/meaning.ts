/** What an object says, in words of our own: no name, no label that nobody reads, no order that does not matter. */
export type Meaning = ServiceMeaning | RoutesMeaning | HttpRouteMeaning | ConnectionsMeaning | EntryMeaning | MutualTlsMeaning | AccessMeaning
  | TelemetryMeaning | TokensMeaning | GatewayMeaning | GatewayRoutesMeaning | KubernetesGatewayMeaning | BoundRoutesMeaning | IngressMeaning
  | WaypointMeaning;

/** A host without dots is a Service in namespace `default`, as samples write it. */
export interface ServiceMeaning {
  readonly kind: 'Service';
  readonly host: string;
  /** Labels of the pods. */
  readonly selects: Record<string, string>;
  /** The protocol is what Istio takes it for, by `appProtocol` or the name. */
  readonly ports: readonly { readonly port: number; readonly protocol: string; readonly targetPort?: number | string }[];
  readonly type?: string;
  readonly headless?: boolean;
  readonly families?: { readonly policy: string; readonly of: readonly string[] };
  /** Annotations of Istio alone. */
  readonly told?: Record<string, string>;
}

/** A VirtualService. */
export interface RoutesMeaning {
  readonly kind: 'VirtualService';
  readonly host: string;
  /** Of HTTP. */
  readonly routes: readonly RouteMeaning[];
  /** By server name. */
  readonly tls?: readonly { readonly port: number; readonly sni: readonly string[]; readonly to: string }[];
  /** By port, as it is. */
  readonly tcp?: readonly unknown[];
}

/** An entry of `http`; what else it holds, such as `fault`, is kept as it is. */
export interface RouteMeaning {
  /** Alternatives; none takes every request. Texts are exact, `x*` is a prefix, `/x/` an expression. */
  readonly when?: readonly Record<string, unknown>[];
  /** Share of each subset; `any` is the host without one. Another host stands behind the subset: `v2.reviews`. */
  readonly to: Record<string, number>;
  readonly timeout?: string;
  readonly retries?: { readonly attempts: number; readonly on?: readonly string[] };
  /** Percent of the requests that are copied, by subset. */
  readonly copies?: Record<string, number>;
  readonly [more: string]: unknown;
}

/** A DestinationRule. */
export interface ConnectionsMeaning {
  readonly kind: 'DestinationRule';
  readonly host: string;
  readonly subsets?: Record<string, Record<string, string>>;
  readonly policy?: Record<string, unknown>;
  /** By port. */
  readonly ports?: Record<string, Record<string, unknown>>;
}

/** A ServiceEntry. */
export interface EntryMeaning {
  readonly kind: 'ServiceEntry';
  readonly hosts: readonly string[];
  readonly ports: readonly { readonly port: number; readonly protocol: string; readonly targetPort?: number }[];
  readonly resolution?: string;
  readonly location?: string;
  readonly addresses?: readonly string[];
  readonly endpoints?: readonly unknown[];
}

/** Whom a policy holds for: pods by their labels, or a namespace without any. */
interface Scope {
  readonly of?: Record<string, string>;
  readonly namespace?: string;
}

/** A PeerAuthentication. */
export interface MutualTlsMeaning extends Scope {
  readonly kind: 'PeerAuthentication';
  readonly mode: string;
  /** By port of the pods. */
  readonly ports?: Record<string, string>;
}

/** An AuthorizationPolicy; lists of words are sorted. */
export interface AccessMeaning extends Scope {
  readonly kind: 'AuthorizationPolicy';
  readonly action?: string;
  /** None at all match nothing. */
  readonly rules?: readonly AccessRule[];
  /** Whom it asks. */
  readonly provider?: string;
  /** Whether it is only tried. */
  readonly dryRun?: true;
}

export interface AccessRule {
  readonly from?: readonly Record<string, readonly string[]>[];
  readonly to?: readonly Record<string, readonly string[]>[];
  readonly when?: readonly Record<string, unknown>[];
}

/** A RequestAuthentication: how tokens are verified. */
export interface TokensMeaning extends Scope {
  readonly kind: 'RequestAuthentication';
  readonly tokens: readonly Record<string, unknown>[];
}

/** A Telemetry: its three parts as Istio has them. */
export interface TelemetryMeaning extends Scope {
  readonly kind: 'Telemetry';
  readonly tracing?: readonly Record<string, unknown>[];
  readonly metrics?: readonly Record<string, unknown>[];
  readonly accessLogging?: readonly Record<string, unknown>[];
}

/** A Gateway of Istio. */
export interface GatewayMeaning {
  readonly kind: 'Gateway';
  /** Labels of the pods. */
  readonly of: Record<string, string>;
  readonly listeners: readonly {
    readonly port: number; readonly protocol: string; readonly hosts: readonly string[];
    readonly tls?: { readonly mode?: string; readonly secret?: string; readonly min?: string; readonly redirects?: boolean };
  }[];
}

/** A VirtualService that is bound to gateways alone. */
export interface GatewayRoutesMeaning {
  readonly kind: 'GatewayRoutes';
  readonly host: string;
  readonly routes?: readonly RouteMeaning[];
  /** By server name, and by port. */
  readonly tls?: readonly { readonly port?: number; readonly sni: readonly string[]; readonly to: Record<string, number> }[];
  readonly tcp?: readonly { readonly port?: number; readonly to: Record<string, number> }[];
}

/** A Gateway of the Gateway API, of class `istio`. */
export interface KubernetesGatewayMeaning {
  readonly kind: 'KubernetesGateway';
  readonly listeners: readonly {
    readonly port: number; readonly protocol: string; readonly host?: string; readonly secret?: string; readonly clients?: 'required';
  }[];
}

/** A route of the Gateway API that is bound to a Gateway. A path `x/**` is a prefix by whole segments. */
export interface BoundRoutesMeaning {
  readonly kind: 'BoundRoutes';
  readonly hosts: readonly string[];
  readonly routes?: readonly RouteMeaning[];
  readonly tls?: GatewayRoutesMeaning['tls'];
  readonly tcp?: GatewayRoutesMeaning['tcp'];
}

/** A Kubernetes Ingress of class `istio`. */
export interface IngressMeaning {
  readonly kind: 'Ingress';
  readonly hosts: readonly string[];
  readonly routes: readonly RouteMeaning[];
}

/** A Gateway of the class `istio-waypoint`. */
export interface WaypointMeaning {
  readonly kind: 'Waypoint';
  readonly port: number;
  readonly protocol: string;
  /** What it stands before: `service` if nothing is said. */
  readonly before?: string;
  /** Of istiod. */
  readonly revision?: string;
}

/** An HTTPRoute of a Service. */
export interface HttpRouteMeaning {
  readonly kind: 'HTTPRoute';
  readonly parent: string;
  readonly rules: readonly { readonly when?: readonly Record<string, unknown>[]; readonly to: Record<string, number>; readonly timeout?: string }[];
}
