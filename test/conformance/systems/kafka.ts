import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, RunningProgram, WORK } from '../harness/process';
import { KAFKA } from '../toolbox/kafka';
import { KafkaAdmin } from './kafka-admin';
import { KafkaListener, listenerSettings, properties } from './kafka-listener';

const CONTROLLER = '127.0.0.1:9190';
/** The door for the broker itself and for operators: without a login, so who enters here is the super user ANONYMOUS. */
const OPERATORS = '127.0.0.1:9191';
const FOLDER = join(WORK, 'kafka');
const JAVA = ['java', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', KAFKA.path('jars/*')];

/** A real broker with its authorizer: one process, which is the controller too, and nothing in it at first. */
export class KafkaBroker {
  public static async start(listeners: readonly KafkaListener[]): Promise<KafkaBroker> {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, 'server.properties');
    writeFileSync(file, properties({ ...SETTINGS, ...doors(listeners), ...Object.assign({}, ...listeners.map(listenerSettings)) }));
    await output([...JAVA, 'kafka.tools.StorageTool', 'format', '--cluster-id', 'MkU3OEVBNTcwNTJENDM2Qk', '--config', file], { cwd: FOLDER });
    const server = RunningProgram.start('kafka', [...JAVA, 'kafka.Kafka', file], { cwd: FOLDER });
    await server.ready(() => server.log.includes('Kafka Server started'));
    const admin = new KafkaAdmin(OPERATORS);
    await admin.topics();
    return new KafkaBroker(admin, server);
  }

  private constructor(public readonly admin: KafkaAdmin, private readonly server: RunningProgram) {}

  public async stop(): Promise<void> {
    this.admin.close();
    await this.server.stop();
  }
}

/** What is not Kafka's default: one node does everything, nothing is made by accident, everybody needs a rule. */
const SETTINGS = {
  'process.roles': 'broker,controller',
  'node.id': '0',
  'controller.quorum.voters': `0@${CONTROLLER}`,
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'OPERATORS',
  'log.dirs': join(FOLDER, 'data'),
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
  'auto.create.topics.enable': 'false',
  'offsets.topic.num.partitions': '1',
  'offsets.topic.replication.factor': '1',
  'group.initial.rebalance.delay.ms': '0',
};

function doors(listeners: readonly KafkaListener[]): Record<string, string> {
  const bound = listeners.map(({ name, port }) => `${name.toUpperCase()}://127.0.0.1:${port}`);
  const told = listeners.map(({ name, host, port }) => `${name.toUpperCase()}://${host}:${port}`);
  return {
    'listeners': [`CONTROLLER://${CONTROLLER}`, `OPERATORS://${OPERATORS}`, ...bound].join(),
    'advertised.listeners': [`OPERATORS://${OPERATORS}`, ...told].join(),
    'listener.security.protocol.map': ['CONTROLLER:PLAINTEXT', 'OPERATORS:PLAINTEXT', ...listeners.map(({ name }) => `${name.toUpperCase()}:SASL_SSL`)].join(),
  };
}
