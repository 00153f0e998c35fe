import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** Client libraries for Node that no test of the project itself uses. */
export const NODE_CLIENTS = new PinnedTool({
  name: 'Node clients',
  declaredIn: 'node',
  async make(declaration, into) {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(declaration, file), join(into, file));
    await runBuilder(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: into });
  },
  install: 'Node and npm',
});
