import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { renderBarrel } from '../../../build-tools/barrel';
import { renderBoundary } from '../../../build-tools/boundary';
import { readDeclarations } from '../../../build-tools/boundary-declarations';
import { documentedCodes } from '../../../build-tools/check-docs';
import { filesBelow, ROOT } from '../../../build-tools/files';
import { Addition, inserted, textsOf } from './added';
import { CONFIG, cruise, Violation } from './cruise';

const GENERATED = ['src/index.ts', 'src/private/boundary-types.ts'];

/** What an addition changed: paths below the root. */
export interface Changed {
  readonly created: string[];
  readonly edited: string[];
}

/** A copy of src and its rules, to add things to. */
export class Copied {
  public readonly folder = mkdtempSync(join(tmpdir(), 'to-add-'));
  public readonly source = join(this.folder, 'src');

  public constructor() {
    cpSync(join(ROOT, 'src'), this.source, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    cpSync(join(ROOT, CONFIG), join(this.folder, CONFIG));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Adds a thing by hand; its program is put beside src. */
  public add(addition: Addition): Changed {
    const before = this.texts();
    for (const [file, code] of textsOf(addition)) this.write(file === 'use.ts' ? `use/${addition.thing}.ts` : file, code);
    const { named } = addition;
    if (named) this.write(named.file, inserted(readFileSync(join(this.folder, named.file), 'utf8'), named.insertions));
    const changed = [...this.texts()].filter(([file, now]) => before.get(file) !== now).map(([file]) => file);
    return { created: changed.filter(file => !before.has(file)), edited: changed.filter(file => before.has(file)) };
  }

  /** Writes what is generated; nothing of that is edited by hand. */
  public generate(): void {
    const [index, boundary] = GENERATED;
    this.write(index, renderBarrel(this.source));
    this.write(boundary, renderBoundary(readDeclarations(this.source)));
  }

  /** The codes that docs/checks gets a page of. */
  public codes(): string[] {
    return documentedCodes(this.source).map(({ code }) => code);
  }

  /** Compiles src and the programs that use it; returns what TypeScript says. Pulumi's adapter is no part of what is added to. */
  public compile(): Promise<string> {
    this.write('tsconfig.json', JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { rootDir: '.', outDir: 'lib', types: ['node'], declaration: false, inlineSources: false, inlineSourceMap: false },
      include: ['src', 'use'],
      exclude: ['src/pulumi'],
    }));
    return text(spawn(process.execPath, [join(ROOT, 'node_modules/typescript/lib/tsc.js'), '-p', '.'], { cwd: this.folder }).stdout);
  }

  /** The imports that no layer allows. node_modules is a link here, and is to be read as if it were not. */
  public violations(): Violation[] {
    this.write('tsconfig.all.json', '{ "compilerOptions": { "module": "node16" } }');
    this.write('linked.cjs', `const config = require('./${CONFIG}');\nmodule.exports = { ...config, options: { ...config.options, preserveSymlinks: true } };\n`);
    return cruise(this.folder, ['src'], 'linked.cjs');
  }

  /** Runs the program that uses a thing, once all is compiled. */
  public use(thing: string): unknown {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file exists once the copy is compiled
    return (require(join(this.folder, 'lib/use', thing)) as { readonly used: unknown }).used;
  }

  private texts(): Map<string, string> {
    return new Map(filesBelow(this.source, '').map(file => [`src/${file}`, readFileSync(join(this.source, file), 'utf8')]));
  }

  private write(file: string, code: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), code);
  }
}
