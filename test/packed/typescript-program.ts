import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { run } from './command';
import { COMPANIONS, installedHere, NAME } from './package-tarball';
import { needs } from './rows';
import { filesIn, WrittenFiles } from './written-files';

const EXAMPLE = join(ROOT, 'examples/extending');
const OF_THE_REPOSITORY = /\.test\.ts$|^__snapshots__$|^python$/;

/** As a third party would have it: strict, and the types of the packages are checked too. No path leads to a source of ours. */
const TSCONFIG = {
  compilerOptions: { target: 'ES2022', lib: ['es2022'], module: 'node16', esModuleInterop: true, strict: true, types: ['node'] },
  include: ['*.ts'],
};

const NAMES = `
import { createRequire } from 'node:module';
import * as imported from '${NAME}';
const required = createRequire(import.meta.url)('${NAME}');
const missing = Object.keys(required).filter(name => !(name in imported));
const renamed = Object.keys(required).filter(name => typeof required[name] === 'function' && required[name].name !== name);
if (missing.length + renamed.length > 0) throw new Error(\`missing: \${missing}; renamed: \${renamed}\`);
console.log(\`\${Object.keys(required).length} names\`);
`;

/** What the example writes when it runs on the sources. */
export function writtenFromSource(into: string): WrittenFiles {
  run(['npx', 'tsx', '--tsconfig', 'examples/tsconfig.json', 'examples/extending/main.ts'], { cwd: ROOT, env: { CDK8S_OUTDIR: into } });
  return filesIn(into);
}

/** The example in a folder of its own, beside the installed package. */
export class TypescriptProgram {
  constructor(private readonly folder: string) {}

  /** Installs the tarball and its peers by name, and copies the example. */
  public install(tarball: string): string {
    cpSync(EXAMPLE, this.folder, { recursive: true, filter: source => !OF_THE_REPOSITORY.test(basename(source)) });
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify({ name: 'extending', private: true }));
    writeFileSync(join(this.folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    const named = [...COMPANIONS, installedHere('@types/node')].map(({ name, version }) => `${name}@${version}`);
    needs('the npm registry', () => this.npmInstall(...named));
    this.npmInstall(tarball);
    return `${basename(tarball)}, ${named.join(', ')}`;
  }

  /** Where npm put a package. */
  public installed(name: string): string {
    return join(this.folder, 'node_modules', name);
  }

  /** Compiles the example against what is installed. */
  public compile(): string {
    run([process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', this.folder], { cwd: this.folder });
    return 'strict, with the types of the packages';
  }

  /** Runs the example, and returns what it wrote. */
  public run(into: string): WrittenFiles {
    run([process.execPath, 'main.js'], { cwd: this.folder, env: { CDK8S_OUTDIR: into } });
    return filesIn(into);
  }

  /** Imports the package as an ES module, and says how many names there are; throws if one lacks, or a class has another name than its own. */
  public importNames(): string {
    writeFileSync(join(this.folder, 'names.mjs'), NAMES);
    return run([process.execPath, 'names.mjs'], { cwd: this.folder }).stdout.trim();
  }

  private npmInstall(...packages: readonly string[]): void {
    run(['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { cwd: this.folder });
  }
}
