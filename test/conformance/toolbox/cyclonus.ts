import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

/** Cyclonus' evaluation of NetworkPolicies, with a front of our own: problems on standard input, answers on standard output. */
export const CYCLONUS = new PinnedTool({
  name: 'cyclonus 0.5.6',
  declaredIn: 'cyclonus',
  make: (declaration, into) => buildGo(declaration, into, '.'),
  install: GO,
});
