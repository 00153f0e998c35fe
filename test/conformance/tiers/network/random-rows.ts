import { plan } from '../../fixtures/random-plan';
import { Manifest } from '../../harness/manifests';
import { Row } from '../../harness/row';
import { compare } from './comparison';
import { NetworkWorld } from './network-world';
import { questionsOf, randomCluster } from './random-cluster';

/** The random topologies of the run; they are the same in every run. */
export const PLANS = Array.from({ length: 200 }, (_, number) => plan(number));

function letsSomebodyIn({ metadata, spec }: Manifest): boolean {
  return metadata.namespace!.startsWith('random-') && spec.ingress !== undefined;
}

/** What nobody chose by hand. */
export const RANDOM_ROWS: readonly Row<NetworkWorld>[] = [{
  behaviour: 'who reaches whom in random topologies is exactly what they declare',
  observe: async world => {
    const { seen, holds } = await compare(world, PLANS.flatMap(random => questionsOf(randomCluster(world, random), random)));
    return { seen: `${PLANS.length} topologies, ${seen}`, holds };
  },
  brokenBy: {
    says: 'the first random NetworkPolicy that lets somebody in: one port higher',
    change: manifests => { manifests.ofKind('NetworkPolicy').find(letsSomebodyIn)!.spec.ingress[0].ports[0].port += 1; },
  },
}];
