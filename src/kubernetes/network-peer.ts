/** Pods that every workload may reach besides its declared dependencies. */
export interface NetworkPeer {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** TCP port of the pods. */
  readonly port: number;
  /**
   * Whether UDP is allowed on that port too, as DNS needs it.
   *
   * @default false
   */
  readonly udp?: boolean;
}
