import { Expected, judged } from '../../harness/expected';
import { Row } from '../../harness/row';
import { analyze, validate } from '../../systems/istioctl';
import { EXPECTED_OF_ANALYSIS, EXPECTED_OF_VALIDATION } from './expected';
import { changeFirst } from './first';
import { programsOfRun, seedOfRun, TOPOLOGIES } from './programs';
import { RandomWorld, Refusal } from './random-world';

/** As many problems as a table can hold. */
const SHOWN = 5;

const ACCEPTED: Row<RandomWorld> = {
  behaviour: 'the API server takes every object of every random topology that the library takes, by schema and by the rules in CEL',
  async observe({ manifests, refusals }) {
    const refused = refusals.filter(refusal => !isOfIstiod(refusal));
    const { seen, isUseful } = rate();
    const objects = `${manifests.documents.length} objects of ${new Set(manifests.objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).size} kinds, none refused`;
    return { seen: refused.length === 0 ? `${seen}; ${objects}` : refused.slice(0, SHOWN).map(textOf).join('\n'), holds: refused.length === 0
      && isUseful };
  },
  brokenBy: changeFirst('NetworkPolicy', 'a field that the kind does not have', ({ spec }) => { spec.policyType = []; return true; }),
};

const VALIDATED: Row<RandomWorld> = {
  behaviour: 'Istio\'s own validation has nothing to say of any random topology, neither istioctl validate nor the webhook of istiod',
  async observe({ files, refusals }) {
    const said = [...await validate(files), ...refusals.filter(isOfIstiod).map(textOf)];
    return judged(said, metBy(said, EXPECTED_OF_VALIDATION), `${files.length} files`);
  },
  brokenBy: changeFirst('Telemetry', 'a filter that is no expression', ({ spec }) => {
    spec.accessLogging = [{ filter: { expression: 'response.code >=' } }];
    return true;
  }),
};

const ANALYZED: Row<RandomWorld> = {
  behaviour: 'istioctl analyze of a cluster with all random topologies finds nothing that was not declared so',
  async observe({ server, files }) {
    const findings = await analyze(server.kubeconfig());
    const said = findings.map(({ code, object, message }) => `${code} ${object} ${message}`);
    return judged(said, metBy(said, EXPECTED_OF_ANALYSIS), `the objects of ${files.length} files`);
  },
  brokenBy: changeFirst('AuthorizationPolicy', 'a namespace that there is not', ({ spec }) => {
    spec.rules?.push({ from: [{ source: { namespaces: ['nowhere'] } }] });
    return spec.rules !== undefined;
  }),
};

/** What takes the objects, or finds something wrong with them. */
export const ACCEPTANCE_ROWS: readonly Row<RandomWorld>[] = [ACCEPTED, VALIDATED, ANALYZED];

/** How many of the programs the library took: a generator of which most is refused shows little. */
function rate(): { readonly seen: string; readonly isUseful: boolean } {
  const programs = programsOfRun();
  const taken = programs.filter(({ manifests }) => manifests !== undefined);
  const topologies = taken.reduce((sum, { plan }) => sum + plan.topologies.length, 0);
  const codes = new Map<string, number>();
  for (const code of programs.flatMap(({ refusedFor }) => refusedFor)) codes.set(code, (codes.get(code) ?? 0) + 1);
  const refused = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}`).join(', ');
  const accepted = taken.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  return {
    seen: `seed ${seedOfRun()}: ${topologies} topologies in ${taken.length} programs, with ${accepted} findings acknowledged; ${programs.length - taken.length} more refused at synth (${refused})`,
    isUseful: topologies >= TOPOLOGIES && taken.length > programs.length / 2,
  };
}

/** Not every seed gives what every expectation is about. */
function metBy(said: readonly string[], expectations: readonly Expected[]): Expected[] {
  return expectations.filter(expected => said.some(text => expected.said.test(text)));
}

function isOfIstiod({ says }: Refusal): boolean {
  return says.includes('admission webhook');
}

function textOf({ object: { kind, metadata: { namespace, name } }, file, says }: Refusal): string {
  return `${kind} ${namespace}/${name} of ${file}: ${says}`;
}
