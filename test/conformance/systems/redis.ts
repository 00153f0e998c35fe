import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../harness/process';
import { KeyPair } from './certificate-authority';

/** Name and password of the run itself. */
export const OWNER = 'the-run';

/** How servers enter each other, and by whom they know each other's certificates. */
export const amongServers = (authority: string): readonly string[] => ['--masteruser', OWNER, '--masterauth', OWNER, '--tls-ca-cert-file', authority];

/** A Redis server at port 6379. Clients come by TLS only, and as a user with a password; the run itself by a socket file. */
export class Redis {
  /** @param options further ones, as the server's command takes them */
  public static async start(address: string, { keyFile, certificateFile }: KeyPair, options: readonly string[] = []): Promise<Redis> {
    const folder = join(WORK, `redis-${address}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const program = RunningProgram.start(`redis-${address}`, [
      'redis-server', '--bind', address, '--port', '0', '--tls-port', '6379', '--tls-key-file', keyFile, '--tls-cert-file', certificateFile,
      '--tls-auth-clients', 'no', '--unixsocket', join(folder, 'socket'), '--save', '', '--dir', folder,
      '--user', 'default', 'off', '--user', OWNER, 'on', `>${OWNER}`, '~*', '&*', '+@all', ...options,
    ]);
    const server = new Redis(program, join(folder, 'socket'));
    await program.ready(async () => (await server.cli(['ping'])).trim() === 'PONG');
    return server;
  }

  private constructor(private readonly program: RunningProgram, private readonly socket: string) {}

  /** Sends commands, which may hold any text; throws if one is refused. */
  public async send(commands: readonly (readonly string[])[]): Promise<void> {
    const said = await this.cli(['--pipe'], commands.map(inProtocol).join(''));
    if (!said.includes(`errors: 0, replies: ${commands.length}`)) throw new Error(`Redis: ${said}`);
  }

  /** Lets these users in, to all that it has. */
  public async letIn(logins: readonly Login[]): Promise<void> {
    await this.send(logins.map(({ username, password }) => ['ACL', 'SETUSER', username, 'on', `>${password}`, '~*', '+@all']));
  }

  /** What it answers to a command. */
  public async ask(...command: string[]): Promise<string> {
    return this.cli(command);
  }

  public async stop(): Promise<void> {
    await this.program.stop();
  }

  private async cli(args: readonly string[], input?: string): Promise<string> {
    return output(['redis-cli', '-s', this.socket, '--user', OWNER, '--pass', OWNER, '--no-auth-warning', '-e', ...args], { input });
  }
}

/** A command as clients send it. Source: redis.io, "Redis serialization protocol specification". */
function inProtocol(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
