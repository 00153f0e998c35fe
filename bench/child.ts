import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build-tools/files';

/** Of Linux' clock of processes, on every architecture. Source: proc_pid_stat(5), sysconf(3) _SC_CLK_TCK */
const TICKS_PER_SECOND = 100;

/** What a program of this folder prints; undefined if it fails, as stock cdk8s does where it passes all documents of a file to one call. */
export function printed<T>(program: string, ...args: (string | number)[]): T | undefined {
  try {
    // Room enough for all of them, so that none collects garbage for want of it.
    return JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=3500', join(ROOT, '.bench/bench', program), ...args.map(String)], {
      encoding: 'utf8', cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'],
    })) as T;
  } catch {
    return undefined;
  }
}

/** What a program that is not ours took. */
export interface Foreign {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs a program, its output to a file. The system tells what children took, and while one runs, the most memory that it had. */
export async function foreign(command: string, args: readonly string[], output: string): Promise<Foreign> {
  const before = secondsOfChildren();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  const ticker = setInterval(() => { peak = Math.max(peak, peakOf(child.pid!)); }, 20);
  const file = child.stdout.pipe(createWriteStream(output));
  const written = new Promise<void>(resolve => { file.on('close', () => resolve()); });
  const status = await new Promise(resolve => { child.on('close', resolve); });
  await written;
  clearInterval(ticker);
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}`);
  return { seconds: secondsOfChildren() - before, peakMegabytes: peak };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function secondsOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
