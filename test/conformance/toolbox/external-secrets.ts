import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

/** The template engine of the External Secrets Operator, with a front of our own: templates on standard input, Secrets on standard output. */
export const EXTERNAL_SECRETS_TEMPLATES = new PinnedTool({
  name: 'External Secrets template engine 0.20.4',
  declaredIn: 'external-secrets',
  make: (declaration, into) => buildGo(declaration, into, '.'),
  install: GO,
});
