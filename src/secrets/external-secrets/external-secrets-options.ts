import { Duration } from 'cdk8s';
import { RefreshPolicy } from './refresh-policy';
import { SecretCreationPolicy, SecretDeletionPolicy } from './secret-lifetime';

/** How the External Secrets Operator fetches credentials, and what the Secrets are that it makes of them. */
export interface ExternalSecretsOptions {
  /**
   * When the operator reads the store again.
   *
   * @default RefreshPolicy.PERIODIC
   */
  readonly refreshPolicy?: RefreshPolicy;
  /**
   * How often the operator looks whether an entry has changed; of `RefreshPolicy.PERIODIC` alone.
   *
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;
  /**
   * Type of the Secrets, such as `Opaque`. Types below `kubernetes.io/` ask for keys of their own, which a Secret of a binding does not have. Kubernetes
   * lets nobody change the type of a Secret that is there: delete the Secrets when you change this, and the operator makes them again.
   *
   * @default - that of the Service Binding specification: `servicebinding.io/redis`
   */
  readonly secretType?: string;
  /**
   * Labels of the Secrets, such as those that a policy of the cluster asks for. The labels of the ExternalSecret are never copied to the Secret.
   *
   * @default - those that the operator itself sets
   */
  readonly secretLabels?: Record<string, string>;
  /**
   * Annotations of the Secrets, such as those of a tool that copies or watches them. The annotations of the ExternalSecret are never copied to the Secret,
   * so that what Argo CD tracks the one by does not make it take the other for its own.
   *
   * @default - those that the operator itself sets
   */
  readonly secretAnnotations?: Record<string, string>;
  /**
   * Whether a Secret can no longer be changed once it is made, by the operator either: with `RefreshPolicy.CREATED_ONCE` alone.
   * Source: https://kubernetes.io/docs/concepts/configuration/secret/#secret-immutable
   *
   * @default false
   */
  readonly immutable?: boolean;
  /**
   * Whom the Secrets belong to.
   *
   * @default SecretCreationPolicy.OWNER
   */
  readonly creationPolicy?: SecretCreationPolicy;
  /**
   * What becomes of a Secret whose entries are no longer in the store.
   *
   * @default SecretDeletionPolicy.RETAIN
   */
  readonly deletionPolicy?: SecretDeletionPolicy;
}
