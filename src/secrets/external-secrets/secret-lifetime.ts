/**
 * Whom a Secret belongs to that the External Secrets Operator makes. To write into the Secret of somebody else, as the operator's `Merge` does, is no
 * choice here: each consumer and service has a Secret of its own.
 * Source: https://external-secrets.io/latest/guides/ownership-deletion-policy/
 */
export enum SecretCreationPolicy {
  /** The ExternalSecret: the Secret is deleted with it, and made again if somebody deletes it. */
  OWNER = 'Owner',
  /** Nobody: it stays when the ExternalSecret goes, so that pods go on if the operator is taken out of a cluster. */
  ORPHAN = 'Orphan',
}

/**
 * What becomes of a Secret whose entries are no longer in the store.
 * Source: https://external-secrets.io/latest/guides/ownership-deletion-policy/
 */
export enum SecretDeletionPolicy {
  /** It stays as it is, and the ExternalSecret reports an error. */
  RETAIN = 'Retain',
  /** It is deleted when all of them are gone. Pods that run keep what they have read; none that reads variables of it starts any more. */
  DELETE = 'Delete',
}
