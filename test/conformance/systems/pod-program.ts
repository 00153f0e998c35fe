import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { WORK } from '../harness/process';

const SOURCE = join(__dirname, '../pod-program');

let main: string | undefined;

/** The program of the pods as JavaScript, so that each pod's Node starts without a compiler. */
export function podProgram(): string {
  if (main) return main;
  const folder = join(WORK, 'pod-program');
  mkdirSync(folder, { recursive: true });
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  for (const file of readdirSync(SOURCE).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    writeFileSync(join(folder, file.replace(/ts$/, 'js')), transpileModule(readFileSync(join(SOURCE, file), 'utf8'), { compilerOptions }).outputText);
  }
  return main = join(folder, 'main.js');
}
