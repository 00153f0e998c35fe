import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

export const HELM = new PinnedTool({
  name: 'helm 3.19.2',
  declaredIn: 'helm',
  make: (declaration, into) => buildGo(declaration, into, 'tool'),
  install: GO,
});
