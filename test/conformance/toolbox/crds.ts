import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

const EXTERNAL_SECRET = 'external-secrets.io_externalsecrets.yaml';

/** The CRD of the External Secrets Operator that this library emits objects of. */
export const EXTERNAL_SECRETS_CRDS = new PinnedTool({
  name: 'CRDs of External Secrets 1.3.2',
  declaredIn: 'crds',
  async make(declaration, into) {
    const source = await moduleFolder(declaration, 'github.com/external-secrets/external-secrets');
    mkdirSync(join(into, 'crds'));
    copyFileSync(join(source, 'config/crds/bases', EXTERNAL_SECRET), join(into, 'crds', EXTERNAL_SECRET));
  },
  install: GO,
});

/** The files of the CRDs. */
export function externalSecretsCrds(): string[] {
  return [EXTERNAL_SECRETS_CRDS.path('crds', EXTERNAL_SECRET)];
}
