import { spawnSync } from 'node:child_process';

/** Where and with what a program runs. */
export interface CommandOptions {
  readonly cwd: string;
  /** Variables besides those of the run. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program printed. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; throws with the end of what it printed unless it succeeds. */
export function run([program, ...args]: readonly string[], { cwd, env }: CommandOptions): Printed {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, timeout: 300_000,
  });
  if (error) throw new Error(`${program}: ${error.message}`, { cause: error });
  if (status !== 0) throw new Error(`${[program, ...args.slice(0, 3)].join(' ')} ended with ${status}\n${(stdout + stderr).trimEnd().slice(-4000)}`);
  return { stdout, stderr };
}
