import { Manifest } from '../../harness/manifests';
import { Mutation } from '../../harness/mutation';

/** Changes the first object of a kind that it can be changed in. */
export function changeFirst(kind: string, says: string, change: (object: Manifest) => boolean): Mutation {
  return {
    says: `the first random ${kind} that it can be done to: ${says}`,
    change: manifests => {
      if (!manifests.ofKind(kind).some(change)) throw new Error(`no random ${kind} can be changed so: ${says}`);
    },
  };
}
