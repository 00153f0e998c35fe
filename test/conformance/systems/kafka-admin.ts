import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PYTHON } from '../toolbox/python';

/** A rule of the authorizer: resource type, resource name, pattern, principal, host, operation, permission; in Kafka's words. */
export type KafkaAcl = readonly [string, string, string, string, string, string, string];

/** A topic as the broker holds it. */
export interface KafkaTopicState {
  readonly partitions: number;
  readonly replicas: number;
  /** The topic's own settings, without those that it takes from the broker. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The rights of an operator on a broker, over one connection for the whole run. */
export class KafkaAdmin {
  private readonly waiting: ((answer: { readonly result?: unknown; readonly error?: string }) => void)[] = [];
  private readonly program: ChildProcess;

  constructor(broker: string) {
    this.program = spawn(PYTHON.path('bin/python'), ['-B', join(__dirname, 'kafka-admin.py'), broker], { stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface(this.program.stdout!).on('line', line => this.waiting.shift()!(JSON.parse(line)));
    this.program.stdin!.on('error', () => undefined);
    this.program.on('close', () => { for (const tell of this.waiting.splice(0)) tell({ error: 'the connection to the broker has ended' }); });
  }

  /** Users that have a SCRAM credential. */
  public users = async () => this.request<string[]>('users');
  public setPasswords = async (passwords: Readonly<Record<string, string>>, mechanism: string) => this.request('set_passwords', { passwords, mechanism });
  public deleteUsers = async (names: readonly string[], mechanism: string) => this.request('delete_users', { names, mechanism });

  public acls = async () => this.request<KafkaAcl[]>('acls');
  public createAcls = async (rules: readonly KafkaAcl[]) => this.request('create_acls', { rules });
  public deleteAcls = async (rules: readonly KafkaAcl[]) => this.request('delete_acls', { rules });

  public topics = async () => this.request<Record<string, KafkaTopicState>>('topics');
  /** A `partitions` or `replicas` of -1 is the broker's default. Returns why a topic could not be made, by name. */
  public createTopics = async (wanted: Readonly<Record<string, KafkaTopicState>>) => this.request<Record<string, string>>('create_topics', { wanted });
  public deleteTopics = async (names: readonly string[]) => this.request('delete_topics', { names });

  public publish = async (topic: string, values: readonly string[]) => this.request('publish', { topic, values });
  /** Everything that a topic holds. */
  public records = async (topic: string) => this.request<string[]>('records', { topic });

  public close(): void {
    this.program.kill('SIGKILL');
  }

  private async request<T = void>(name: string, values: object = {}): Promise<T> {
    if (this.program.exitCode !== null || this.program.signalCode !== null) throw new Error(`${name}: there is no connection to the broker`);
    return new Promise((resolve, reject) => {
      this.waiting.push(({ result, error }) => (error === undefined ? resolve(result as T) : reject(new Error(error))));
      this.program.stdin!.write(`${JSON.stringify([name, values])}\n`);
    });
  }
}
