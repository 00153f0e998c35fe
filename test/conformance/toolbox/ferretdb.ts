import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

const VERSION = 'v1.24.2';

/** What speaks MongoDB's protocol and can be had as a package, which MongoDB itself cannot. */
export const FERRETDB = new PinnedTool({
  name: 'FerretDB 1.24.2',
  declaredIn: 'ferretdb',
  async make(declaration, into) {
    const source = join(into, 'source');
    cpSync(await moduleFolder(declaration, 'github.com/FerretDB/FerretDB'), source, { recursive: true });
    await runBuilder(['chmod', '--recursive', 'u+w', source]);
    // Its releases write this before they build; a module has what is in its repository alone.
    writeFileSync(join(source, 'build/version/version.txt'), VERSION);
    await runBuilder(['go', 'build', '-trimpath', '-ldflags', '-s -w', '-o', join(into, 'ferretdb'), './cmd/ferretdb'], { cwd: source });
    rmSync(source, { recursive: true });
  },
  install: GO,
});
