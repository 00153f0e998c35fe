import { spawn } from 'node:child_process';

/** Where a builder runs, and with which variables besides those of the run. */
export interface BuilderOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Runs a program that fetches or builds, to its end, and returns its standard output. Its complaints go to the terminal. */
export async function runBuilder(command: readonly string[], options: BuilderOptions = {}): Promise<string> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', chunk => { text += chunk; });
    child.on('error', reject);
    child.on('close', code => (code === 0 ? resolve(text) : reject(new Error(`${command.slice(0, 3).join(' ')} ended with exit code ${code}`))));
  });
}
