/** What a place is to the declaration. */
export enum Role {
  /** A pod of a workload that is declared. */
  WORKLOAD = 'workload',
  /** A pod that an operator runs for a declared service. */
  OPERATED = 'operated',
  /** The cluster's DNS. */
  DNS = 'DNS',
  /** The mesh's control plane. */
  CONTROL_PLANE = 'control plane',
  /** A pod that no declaration knows. */
  STRANGER = 'stranger',
  /** An address outside of the cluster. */
  OUTSIDE = 'outside',
  /** An address at which a cloud hands out the credentials of a machine. */
  INSTANCE = 'instance',
}

/** Where a connection begins or ends, as a NetworkPolicy sees it. */
export interface Place {
  /** Whose it is: `books/web`, `the DNS`. Declared edges are said in these names, and all pods of a workload share one. */
  readonly owner: string;
  /** Its own name, for messages. */
  readonly name: string;
  readonly role: Role;
  /** The pod. @default - it is outside of the cluster */
  readonly pod?: { readonly namespace: string; readonly labels: Record<string, string> };
  /** Its address. @default - a pod's, given by the cluster */
  readonly address?: string;
  /** Whether the declaration guards it. */
  readonly guarded: boolean;
}

/** A pod that nothing here guards. */
export function openPod(role: Role, owner: string, namespace: string, labels: Record<string, string>): Place {
  return { owner, name: `${owner} in ${namespace}`, role, pod: { namespace, labels }, guarded: false };
}

/** Where a cloud hands out the credentials of a machine: nobody may be let through to it who did not name it. */
export function instanceService(address: string): Place {
  return { owner: 'the instance', name: address, role: Role.INSTANCE, address, guarded: false };
}

/** An address outside of the cluster; `owner` is the range that it belongs to. */
export function outside(owner: string, address: string): Place {
  return { owner, name: address, role: Role.OUTSIDE, address, guarded: false };
}
