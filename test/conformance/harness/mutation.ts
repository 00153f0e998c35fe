import { Manifest, Manifests } from './manifests';

/** A change of the YAML that nobody declared, to see that a row notices it. */
export interface Mutation {
  /** What is changed, in a few words. */
  readonly says: string;
  readonly change: (manifests: Manifests) => void;
}

/** Which object to change: `namespace` where a name occurs in several. */
export interface Target {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** Changes one object. */
export function mutate({ kind, name, namespace }: Target, says: string, change: (object: Manifest) => void): Mutation {
  return { says: `${kind} ${name}: ${says}`, change: manifests => change(manifests.get(kind, name, namespace)) };
}
