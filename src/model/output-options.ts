/**
 * What every output takes besides: what all objects that it emits carry. What the program makes itself, its pods and ServiceAccounts, gets none of it, and
 * neither do Secrets that an operator writes.
 */
export interface OutputOptions {
  /**
   * Labels of every object that is emitted, such as `app.kubernetes.io/part-of`, a team or a cost centre. They hold before those of the Chart, and what is
   * said of one Kubernetes Service holds before them; what is said here to one output holds before what a platform around it says. No label that an output
   * has to set can be among them, nor a credential.
   *
   * @default - those of the Chart alone
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of every object that is emitted, such as `argocd.argoproj.io/sync-wave`. What is said of one Kubernetes Service holds before them. None may
   * hold a credential.
   *
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}
