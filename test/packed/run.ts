import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CEILINGS, inWords, overCeiling } from './ceilings';
import { costs, readTrace } from './kernel-trace';
import { compileIfStale, NAME, pack } from './package-tarball';
import { PythonProgram } from './python-program';
import { Rows, summary } from './rows';
import { TypescriptProgram, writtenFromSource } from './typescript-program';
import { assertSame, only, WrittenFiles } from './written-files';

/** `npm run packed`: what is published, as it is for somebody who installs it. `--strict`: what this machine lacks is a failure. */
function main(): number {
  const { values: { strict } } = parseArgs({ options: { strict: { type: 'boolean', default: false } } });
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    const { line, failed } = summary(look(folder, Rows.start(console.log)).outcomes, strict);
    console.log(line);
    return failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function look(folder: string, rows: Rows): Rows {
  const typescript = new TypescriptProgram(join(folder, 'typescript'));
  let tarball = '';
  rows.add('the package compiles', compileIfStale);
  rows.add('it is packed', () => tarball = pack(folder));
  rows.add('it is installed in a folder of its own', () => typescript.install(tarball));
  let expected: WrittenFiles = {};
  rows.add('examples/extending runs from source', () => Object.keys(expected = writtenFromSource(join(folder, 'from-source'))).join(', '));
  lookAtTypescript(folder, typescript, expected, rows.fork());
  lookAtPython(folder, typescript, expected, rows.fork());
  return rows;
}

function lookAtTypescript(folder: string, program: TypescriptProgram, expected: WrittenFiles, rows: Rows): void {
  rows.add('it compiles with the types of the package', () => program.compile());
  rows.add('ES modules import it by name', () => program.importNames());
  rows.add('it writes the same with the package', () => assertSame(program.run(join(folder, 'from-package')), expected));
}

function lookAtPython(folder: string, typescript: TypescriptProgram, expected: WrittenFiles, rows: Rows): void {
  const program = new PythonProgram(join(folder, 'python'));
  rows.add('the peers are installed for Python', () => program.prepare());
  rows.add('the Python bindings are built and installed', () => program.install(typescript.installed(NAME)));
  rows.fork().add('its README shows Python, and no member says that it is experimental', () => program.read());
  rows.fork().add('the Python tests of examples/extending hold', () => program.test());
  rows.add('Python writes what TypeScript writes', () => {
    const written = program.run(join(folder, 'from-python'));
    return assertSame(written, only(Object.keys(written), expected));
  });
  rows.add('crossing the border to Python is cheap', () => {
    const traffic = readTrace(program.trace);
    const over = overCeiling(costs(traffic), CEILINGS);
    if (over.length > 0) throw new Error(over.join('\n'));
    return inWords(traffic);
  });
}

process.exitCode = main();
