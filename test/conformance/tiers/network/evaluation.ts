import { Manifest } from '../../harness/manifests';
import { output } from '../../harness/process';
import { CYCLONUS } from '../../toolbox/cyclonus';
import { Flow } from './cluster';
import { Place } from './place';

/** Policies, and the connections to judge under them. */
export interface Problem {
  readonly policies: readonly Manifest[];
  readonly places: readonly Place[];
  readonly flows: readonly Flow[];
}

/** How many problems one run of the program gets: the text of all at once would be more than 100 MB. */
const AT_ONCE = 100;

/** Whether the policies let each connection through, as cyclonus reads them; it knows nothing of what was declared. */
export async function evaluate(problems: readonly Problem[]): Promise<boolean[][]> {
  const answers: boolean[][] = [];
  for (let first = 0; first < problems.length; first += AT_ONCE) {
    const input = JSON.stringify(problems.slice(first, first + AT_ONCE).map(asText));
    answers.push(...JSON.parse(await output([CYCLONUS.path('bin/cyclonus')], { input })) as boolean[][]);
  }
  return answers;
}

/** As main.go of tools/cyclonus reads it. */
function asText({ policies, places, flows }: Problem) {
  const peers = new Map(places.map((place, nth) => [place, peer(place, nth)]));
  return {
    policies,
    flows: flows.map(({ from, to, port, transport }) => ({ source: peers.get(from), destination: peers.get(to), port, protocol: transport })),
  };
}

/** The API server labels every namespace with its name. Source: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
function peer({ pod, address }: Place, nth: number) {
  if (!pod) return { ip: address };
  return {
    ip: `10.244.${Math.floor(nth / 256)}.${nth % 256}`,
    namespace: pod.namespace,
    namespaceLabels: { 'kubernetes.io/metadata.name': pod.namespace },
    podLabels: pod.labels,
  };
}
