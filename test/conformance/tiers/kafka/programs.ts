import { join } from 'node:path';
import { Container } from '../../stand-ins/container';
import { PYTHON } from '../../toolbox/python';

/** What the image of a Python program sets. */
const IMAGE = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
const PROGRAM = (name: string) => [PYTHON.path('bin/python'), '-B', join(__dirname, name)];

/** An event as our programs write it. */
export interface Event {
  readonly batch: string;
  readonly number: number;
}

let batches = 0;

/** Events that nobody has seen yet. */
export function newEvents(count = 100): Event[] {
  const batch = `batch ${++batches}`;
  return Array.from({ length: count }, (_, number) => ({ batch, number }));
}

/** Whether each of the events is once among those that were read; partitions keep no order among them. */
export function amongst(read: readonly Event[], events: readonly Event[]): boolean {
  const found = read.filter(({ batch }) => batch === events[0].batch).sort((a, b) => a.number - b.number);
  return JSON.stringify(found) === JSON.stringify(events);
}

/** What the broker told a program: how many events passed, and the errors by Kafka's names. */
export interface Published {
  readonly count: number;
  readonly errors: readonly string[];
}

/** Runs producer.py in a container. It reads its variables, or the files of its binding. */
export async function publish(container: Container, topic: string, events: readonly Event[], readFrom: 'variables' | 'files' = 'variables'): Promise<Published> {
  return runProducer(container, [...PROGRAM('producer.py'), topic, readFrom], events);
}

/** Runs producer.py with another password than the one that the container has. */
export async function publishWithPassword(container: Container, password: string, topic: string, events: readonly Event[]): Promise<Published> {
  return runProducer(container, ['env', `KAFKA_PASSWORD=${password}`, ...PROGRAM('producer.py'), topic, 'variables'], events);
}

/** Runs producer.py with what the container's variables of another binding say. */
export async function publishBy(binding: string, container: Container, topic: string, events: readonly Event[]): Promise<Published> {
  const variables = [...container.environment].filter(([name]) => name.startsWith(`${binding}_`));
  const renamed = variables.map(([name, value]) => `KAFKA_${name.slice(binding.length + 1)}=${value}`);
  return runProducer(container, ['env', ...renamed, ...PROGRAM('producer.py'), topic, 'variables'], events);
}

async function runProducer(container: Container, command: readonly string[], events: readonly Event[]): Promise<Published> {
  return JSON.parse(await container.run(command, IMAGE, events.map(event => `${JSON.stringify(event)}\n`).join('')));
}

/** What a program has read. */
export interface Consumed {
  readonly events: readonly Event[];
  readonly errors: readonly string[];
}

/** Runs consumer.py in a container, with the group that its variables say or with another one; "-" is none. */
export async function consume(container: Container, topic: string, ...group: [string?]): Promise<Consumed> {
  return JSON.parse(await container.run([...PROGRAM('consumer.py'), topic, ...group.map(String)], IMAGE));
}
