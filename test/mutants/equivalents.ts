import { Mutant } from './instrument';

/** Mutants that write the same program in other words, each with the reason: they are not tried. */
const EQUIVALENT: readonly { readonly file: string; readonly before: string; readonly after: string; readonly because: string }[] = [
  {
    file: 'src/secrets/secret-bindings.ts', before: 'made.length > 0', after: '(made.length) >= (0)',
    because: 'it spares the planning of bindings that cannot clash and hold no credential: what is planned besides comes to nothing',
  },
];

/** Why a mutant changes nothing; undefined if it does. */
export function equivalentTo(mutant: Mutant): string | undefined {
  return EQUIVALENT.find(({ file, before, after }) => file === mutant.file && before === mutant.before && after === mutant.after)?.because;
}
