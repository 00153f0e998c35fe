/**
 * When the External Secrets Operator reads a store again.
 * Source: external-secrets/external-secrets, pkg/controllers/externalsecret/externalsecret_controller.go (shouldRefresh)
 */
export enum RefreshPolicy {
  /** Again and again, so that what changes in the store reaches the Secret. */
  PERIODIC = 'Periodic',
  /** When the ExternalSecret changes, and never between: what changes in the store is not seen. */
  ON_CHANGE = 'OnChange',
  /**
   * Once. Neither what changes in the store nor what changes in the declaration, such as a further variable, reaches a Secret that is there: delete the
   * Secret then, or the ExternalSecret of one that has no owner, and it is made anew.
   */
  CREATED_ONCE = 'CreatedOnce',
}
