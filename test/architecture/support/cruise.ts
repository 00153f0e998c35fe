import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../build-tools/files';

/** The rules that say who may import whom, as a path below the root. */
export const CONFIG = '.dependency-cruiser.cjs';

/** An import that a rule refuses. */
export interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What the rules of a config refuse in some folders. */
export function cruise(cwd: string, folders: string[], config = CONFIG): Violation[] {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, '--config', config, '--output-type', 'json', ...folders], {
    cwd, encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { readonly summary: { readonly violations: Violation[] } }).summary.violations;
}
