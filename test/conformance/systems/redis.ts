import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { output, RunningProgram, WORK } from '../harness/process';
import { KeyPair } from './certificate-authority';

const OWNER = 'the-run';

/** A Redis server at port 6379. Clients come by TLS only, and as a user with a password; the run itself by a socket file. */
export class Redis {
  public static async start(address: string, { keyFile, certificateFile }: KeyPair): Promise<Redis> {
    const folder = join(WORK, `redis-${address}`);
    mkdirSync(folder, { recursive: true });
    const program = RunningProgram.start(`redis-${address}`, [
      'redis-server', '--bind', address, '--port', '0', '--tls-port', '6379', '--tls-key-file', keyFile, '--tls-cert-file', certificateFile,
      '--tls-auth-clients', 'no', '--unixsocket', join(folder, 'socket'), '--save', '', '--dir', folder,
      '--user', 'default', 'off', '--user', OWNER, 'on', `>${OWNER}`, '~*', '&*', '+@all',
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

  public async stop(): Promise<void> {
    await this.program.stop();
  }

  private async cli(args: readonly string[], input?: string): Promise<string> {
    return output(['redis-cli', '-s', this.socket, '--user', OWNER, '--pass', OWNER, '--no-auth-warning', ...args], { input });
  }
}

/** A command as clients send it. Source: redis.io, "Redis serialization protocol specification". */
function inProtocol(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
