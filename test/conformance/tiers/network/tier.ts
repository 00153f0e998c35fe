import { App, Chart } from 'cdk8s';
import { declareExamples } from '../../../../examples/charts';
import { everyOption } from '../../../support/every-option';
import { neighbours } from '../../fixtures/neighbours';
import { randomTopology } from '../../fixtures/random-topology';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { ManifestDocument, Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { CYCLONUS } from '../../toolbox/cyclonus';
import { DECLARED_ROWS } from './declared-rows';
import { NetworkWorld } from './network-world';
import { PLATFORM_ROWS } from './platform-rows';
import { PLANS, RANDOM_ROWS } from './random-rows';
import { STRANGER_ROWS } from './stranger-rows';
import { THIRD_PARTY_ROWS } from './third-party-rows';

/** Each random topology is an app of its own, because the checks of a topology look at all objects of its app. */
function declarations(): ((app: App) => void)[] {
  return [
    declareExamples,
    app => everyOption(new Chart(app, 'every-option', { namespace: 'all' })),
    neighbours,
    ...PLANS.map(random => (app: App) => randomTopology(app, random)),
  ];
}

/** Only these say who reaches whom: policies, and what makes the pods that they select. */
function isAboutReach({ text }: ManifestDocument): boolean {
  return /^kind: (NetworkPolicy|Deployment|StatefulSet)$/m.test(text);
}

/** Who can reach whom, by an evaluation of NetworkPolicies that is not ours. */
export const NETWORK: Tier<NetworkWorld> = {
  name: 'network',
  real: [`the evaluation of NetworkPolicies by ${CYCLONUS.name}`],
  standIns: [],
  needs: [ROOT_RIGHTS, CYCLONUS],
  manifests: () => new Manifests(declarations().flatMap(declare => Manifests.synthesized(declare).documents).filter(isAboutReach)),
  open: async () => new NetworkWorld(),
  rows: [...STRANGER_ROWS, ...DECLARED_ROWS, ...PLATFORM_ROWS, ...THIRD_PARTY_ROWS, ...RANDOM_ROWS],
};
