/** A volume that pods have to mount so that a supplied Secret is there. What is in it is of no interest to them: they read the Secret. */
export interface SuppliedVolume {
  /** Name of its CSI driver: `secrets-store.csi.k8s.io`. */
  readonly driver: string;
  /** What the driver is told: `secretProviderClass`, and its name. */
  readonly attributes: Record<string, string>;
}
