import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

/** What seals Secrets, and opens them by the code of the controller where it is given the key. */
export const KUBESEAL = new PinnedTool({
  name: 'kubeseal 0.40.0',
  declaredIn: 'kubeseal',
  make: (declaration, into) => buildGo(declaration, into, 'tool'),
  install: GO,
});
