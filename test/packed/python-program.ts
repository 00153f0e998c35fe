import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../build-tools/files';
import { Printed, run } from './command';
import { COMPANIONS, installedHere } from './package-tarball';
import { needs } from './rows';
import { filesIn, WrittenFiles } from './written-files';

/** Neither leaves files beside the sources, nor warns of the Node that the kernel runs on. */
const QUIET = { PYTHONDONTWRITEBYTECODE: '1', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };

/** The Python half of the example in a virtual environment that holds the package's Python bindings. */
export class PythonProgram {
  /** What went over the border to the kernel in the last run, as JSII_DEBUG prints it. */
  public trace = '';
  private readonly environment: string;
  private readonly program: string;

  constructor(folder: string) {
    this.environment = join(folder, 'environment');
    this.program = join(folder, 'program');
  }

  /** Makes the environment, with the peers and the jsii runtime from the Python registry. */
  public prepare(): string {
    const packages = [
      ...COMPANIONS.map(({ jsii, version }) => `${jsii.targets.python.distName}==${version}`),
      `jsii==${installedHere('jsii-pacmak').version}`,
    ];
    needs('python3 with venv and pip', () => {
      run(['python3', '-m', 'venv', '--without-pip', this.environment], { cwd: ROOT });
      run(['python3', '-m', 'pip', '--version'], { cwd: ROOT });
    });
    needs('the Python registry', () => this.pip(...packages));
    return packages.join(', ');
  }

  /** Generates the bindings from the package as it is installed at `installed`, builds them, and installs them. */
  public install(installed: string): string {
    const generated = join(this.environment, 'bindings');
    run(['npx', 'jsii-rosetta', 'extract', '--strict', installed], { cwd: ROOT, env: QUIET });
    run(['npx', 'jsii-pacmak', '--code-only', '--target', 'python', '--outdir', generated, installed], { cwd: ROOT });
    this.pip('--no-deps', join(generated, 'python'));
    cpSync(join(ROOT, 'examples/extending/python'), this.program, { recursive: true });
    return 'generated, built and installed';
  }

  /** Looks at what Python users read: README and docstrings. */
  public read(): string {
    const python = join(this.environment, 'bindings/python');
    const readme = readFileSync(join(python, 'README.md'), 'utf8');
    if (!readme.includes('```python') || readme.includes('```ts')) throw new Error('the README of the Python package shows another language');
    const spoken = filesBelow(join(python, 'src'), '.py').map(file => readFileSync(join(python, 'src', file), 'utf8').match(/\((experimental|stable)\)/g)?.length ?? 0);
    const marks = spoken.reduce((sum, count) => sum + count, 0);
    if (marks > 0) throw new Error(`${marks} members say how stable they are`);
    return `${readme.split('\n').length} lines`;
  }

  /** Runs `main.py`, and returns what it wrote. */
  public run(into: string): WrittenFiles {
    this.trace = this.python(['main.py'], { CDK8S_OUTDIR: into, JSII_DEBUG: '1' }).stderr;
    return filesIn(into);
  }

  /** Runs `test_*.py`. */
  public test(): string {
    const { stderr } = this.python(['-m', 'unittest'], {});
    const ran = /^Ran (\d+) tests?/m.exec(stderr)?.[1] ?? '0';
    if (ran === '0') throw new Error('there is no test');
    return `${ran} tests`;
  }

  private python(args: readonly string[], env: Readonly<Record<string, string>>): Printed {
    return run([this.interpreter, ...args], { cwd: this.program, env: { ...env, ...QUIET } });
  }

  private pip(...packages: readonly string[]): void {
    run(['python3', '-m', 'pip', '--python', this.interpreter, '--disable-pip-version-check', '--quiet', 'install', ...packages], { cwd: ROOT });
  }

  private get interpreter(): string {
    return join(this.environment, 'bin/python');
  }
}
