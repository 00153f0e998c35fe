import { Mutant } from './instrument';

/** Mutants that write the same program in other words, each with the reason: they are not tried. */
const EQUIVALENT: readonly { readonly file: string; readonly before: string; readonly after: string; readonly because: string }[] = [
  { file: 'src/model/binding-value.ts', before: 'merged.slice()', after: 'merged', because: 'it gives back the room that a list keeps for more' },
  { file: 'src/model/credential-part.ts', before: 'PLACES.set(this, words)', after: 'undefined', because: 'it spares to write the words anew' },
  { file: 'src/model/pod-maker.ts', before: 'objects.filter(({ byHand }) => byHand)', after: 'objects', because: 'it spares the rendering of our own objects, of which none makes pods' },
  { file: 'src/model/binding-agreements.ts', before: 'options[option] === undefined', after: 'undefined', because: 'it spares a copy of what was said, to which nothing would be added' },
  {
    file: 'src/secrets/secret-bindings.ts', before: 'made.length > 0', after: '(made.length) >= (0)',
    because: 'it spares the planning of bindings that cannot clash and hold no credential: what is planned besides comes to nothing',
  },
  {
    file: 'src/istio/ruled-twice.ts', before: "'cluster.local'", after: '""',
    because: 'hosts in the cluster are compared with each other, whatever domain stands behind all of them, and it is taken off again where they are told',
  },
];

/** Why a mutant changes nothing; undefined if it does. */
export function equivalentTo(mutant: Mutant): string | undefined {
  return EQUIVALENT.find(({ file, before, after }) => file === mutant.file && before === mutant.before && after === mutant.after)?.because;
}
