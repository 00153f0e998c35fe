/** Who asks, as a mesh knows it. */
export interface Caller {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its identity, without `spiffe://`; undefined for a pod without a sidecar. */
  readonly principal?: string;
  /** Whether it is a gateway, which takes no routes of the mesh. */
  readonly isGateway?: boolean;
  /** From which its connections come; unknown where no rule asks for it. */
  readonly address?: string;
}

/** A connection, or a request on it. */
export interface Asked {
  readonly caller: Caller;
  readonly host: string;
  readonly port: number;
  readonly method?: string;
  readonly path?: string;
  /** The token that it carries: whose it is, for whom, and what it says. */
  readonly token?: {
    readonly issuer: string; readonly subject: string; readonly audiences?: readonly string[];
    readonly claims?: Readonly<Record<string, readonly string[]>>;
  };
  /** The client that proxies before the caller tell of, in `X-Forwarded-For`. */
  readonly forwardedFor?: string;
  /** By their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}
