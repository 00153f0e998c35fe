import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

const FILES = ['external-secrets.io_externalsecrets.yaml', 'generators.external-secrets.io_passwords.yaml'];

/** The CRDs of the External Secrets Operator that this library emits objects of. */
export const EXTERNAL_SECRETS_CRDS = new PinnedTool({
  name: 'CRDs of External Secrets 1.3.2',
  declaredIn: 'crds',
  async make(declaration, into) {
    const source = await moduleFolder(declaration, 'github.com/external-secrets/external-secrets');
    mkdirSync(join(into, 'crds'));
    for (const file of FILES) copyFileSync(join(source, 'config/crds/bases', file), join(into, 'crds', file));
  },
  revision: 2,
  install: GO,
});

/** The files of the CRDs. */
export function externalSecretsCrds(): string[] {
  return FILES.map(file => EXTERNAL_SECRETS_CRDS.path('crds', file));
}
