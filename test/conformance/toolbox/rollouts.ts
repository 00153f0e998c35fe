import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildGo, GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

const CRD = 'rollout-crd.yaml';

/** What the controller of Argo Rollouts does to objects of Istio, by its own code, with a front of our own: a step on standard input, the objects on standard output; and the CRD of a Rollout. */
export const ROLLOUTS = new PinnedTool({
  name: 'Argo Rollouts 1.9.0 (what it does to objects of Istio, and its CRD)',
  declaredIn: 'rollouts',
  async make(declaration, into) {
    await buildGo(declaration, into, '.');
    mkdirSync(join(into, 'crds'));
    copyFileSync(join(await moduleFolder(declaration, 'github.com/argoproj/argo-rollouts'), 'manifests/crds', CRD), join(into, 'crds', CRD));
  },
  revision: 2,
  install: GO,
});

/** The file of the CRD. */
export function rolloutCrd(): string {
  return ROLLOUTS.path('crds', CRD);
}
