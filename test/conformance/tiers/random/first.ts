import { Manifest } from '../../harness/manifests';
import { Mutation } from '../../harness/mutation';

type Change = (object: Manifest) => boolean;

/** Changes the first object of a kind that it can be changed in. */
export function changeFirst(kind: string, says: string, change: Change): Mutation {
  return {
    says: `the first random ${kind} that it can be done to: ${says}`,
    change: manifests => {
      if (!manifests.ofKind(kind).some(change)) throw new Error(`no random ${kind} can be changed so: ${says}`);
    },
  };
}

/** Changes all objects of a kind that it can be changed in, as of a single one nobody may ask: of all programs, or of those that have such files. */
export function changeEach(kind: string, says: string, change: Change, isOf: (file: string) => boolean = () => true): Mutation {
  return {
    says: `each random ${kind} that it can be done to: ${says}`,
    change: ({ objects, documents }) => {
      const changed = objects.filter((object, nth) => object.kind === kind && isOf(documents[nth].file) && change(object));
      if (changed.length === 0) throw new Error(`no random ${kind} can be changed so: ${says}`);
    },
  };
}
