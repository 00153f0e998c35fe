import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

const FILE = 'customresourcedefinitions.gen.yaml';

/** The CRDs of an Istio release, as the module of its API carries them: for jest, which holds objects to two releases. */
const istioCrds = (version: string, declaredIn: string) => new PinnedTool({
  name: `CRDs of Istio ${version}`,
  declaredIn,
  async make(declaration, into) {
    copyFileSync(join(await moduleFolder(declaration, 'istio.io/api'), 'kubernetes', FILE), join(into, FILE));
  },
  install: GO,
});

export const ISTIO_CRDS = istioCrds('1.31.4', 'istio-crds');
export const ISTIO_CRDS_BEFORE = istioCrds('1.30.3', 'istio-crds-before');

/** The file of the CRDs. */
export function istioCrdFile(release: PinnedTool): string {
  return release.path(FILE);
}
