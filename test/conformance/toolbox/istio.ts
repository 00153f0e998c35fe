import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildGo, GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

/** istiod, pilot-agent and istioctl, with the CRDs and Envoy's bootstrap template of the same commit. */
export const ISTIO = new PinnedTool({
  name: 'Istio (istiod, pilot-agent, istioctl)',
  declaredIn: 'istio',
  async make(declaration, into) {
    await buildGo(declaration, into, 'tool');
    const source = await moduleFolder(declaration, 'istio.io/istio');
    mkdirSync(join(into, 'files'));
    for (const file of ['manifests/charts/base/files/crd-all.gen.yaml', 'tools/packaging/common/envoy_bootstrap.json']) {
      copyFileSync(join(source, file), join(into, 'files', file.slice(file.lastIndexOf('/') + 1)));
    }
  },
  install: GO,
});
