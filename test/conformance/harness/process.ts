import { ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, fchmodSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually } from './eventually';

/** How a program is started. */
export interface ProgramOptions {
  /** @default - that of the run */
  readonly cwd?: string;
  /** Variables; nothing is inherited. @default - those of the run */
  readonly env?: Record<string, string>;
  /** The network namespace it lives in. @default - that of the run */
  readonly network?: string;
  /** Text on its standard input. Only for programs that end by themselves. @default - none */
  readonly input?: string;
}

/** Where everything that a run writes is: a file system of its own in memory, which ends with the run. */
export const WORK = '/run/conformance';

/** A program that runs until it is stopped. Whatever happens, it does not outlive the run: the run's process namespace ends with it. */
export class RunningProgram {
  public static start(name: string, command: readonly string[], options: ProgramOptions = {}): RunningProgram {
    const logFile = join(process.env.CONFORMANCE_LOGS ?? join(WORK, 'logs'), `${name}.log`);
    mkdirSync(dirname(logFile), { recursive: true });
    writeFileSync(logFile, '');
    const log = openSync(logFile, 'a');
    // Envoy opens /dev/stdout anew, as another user than the run's.
    fchmodSync(log, 0o666);
    const [program, ...args] = inNetwork(command, options.network);
    const child = spawn(program, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    return new RunningProgram(name, child, logFile);
  }

  private failure?: Error;

  private constructor(public readonly name: string, private readonly child: ChildProcess, private readonly logFile: string) {
    child.on('error', error => { this.failure = error; });
  }

  /** What it has printed so far. */
  public get log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Waits until it answers; throws with the end of its log if it ends before, or not in time. */
  public async ready(probe: () => Promise<boolean> | boolean, within = 60_000): Promise<void> {
    const ended = () => this.failure ?? (this.child.exitCode !== null || this.child.signalCode !== null ? new Error(`ended with ${this.child.exitCode ?? this.child.signalCode}`) : undefined);
    try {
      await eventually(`${this.name} is ready`, async () => ended() !== undefined || probe(), within);
      const failure = ended();
      if (failure) throw failure;
    } catch (error) {
      throw new Error(`${this.name}: ${(error as Error).message}\n${this.log.split('\n').slice(-25).join('\n')}`, { cause: error });
    }
  }

  /** Ends it and the programs that it started. */
  public async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    process.kill(-this.child.pid, signal);
    await ended;
  }
}

/** Runs a program to its end and returns what it printed; throws with what it complained of. */
export async function output(command: readonly string[], options: ProgramOptions = {}): Promise<string> {
  const [program, ...args] = inNetwork(command, options.network);
  return new Promise((resolve, reject) => {
    const limits = { maxBuffer: 256 * 1024 * 1024, timeout: 300_000 };
    const child = execFile(program, args, { cwd: options.cwd, env: options.env ?? process.env, ...limits }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command.slice(0, 3).join(' ')}: ${error.message.split('\n')[0]}\n${stderr.slice(-4000)}${stdout.slice(-2000)}`, { cause: error }));
      else resolve(stdout);
    });
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(options.input ?? '');
  });
}

function inNetwork(command: readonly string[], network?: string): readonly string[] {
  return network === undefined ? command : ['ip', 'netns', 'exec', network, ...command];
}
