import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { answersTo, CheckExample } from '../examples/checks/example';
import { EXAMPLES } from '../examples/checks/examples';
import { linesOf, membersIn, takenBy } from './declared-text';
import { filesBelow, ROOT } from './files';
import { block } from './reference/markdown';
import { inRepository } from './repository';

const FOLDER = 'examples/checks';

const WORKLOADS = ['web', 'batch', 'orders'];

/** What else lines take of the shop that they are about, in words. */
const TAKEN: Readonly<Record<string, string>> = {
  chart: 'is a chart of the namespace `shop`',
  topology: 'is the topology `shop`',
  catalog: 'is a workload in the versions `v1` and `v2`',
  gatewayPods: 'are the pods of a gateway that somebody installed',
  carts: 'is the HTTP service of a workload `orders`',
};

/** An example as it is written. */
interface Written {
  readonly file: string;
  readonly bad: ts.ArrowFunction;
  readonly good: ts.ArrowFunction;
}

/** A code that a page is about. */
export interface ShownCode {
  readonly code: string;
  readonly isRefusal?: boolean;
}

/** The sections of a page that show what is found and what is not; none of a code without an example. */
export function exampleSections({ code, isRefusal }: ShownCode, examples: readonly CheckExample[] = EXAMPLES): string[] {
  const example = examples.find(each => each.code === code);
  if (!example) return [];
  const { file, bad, good } = writtenAs(code);
  return [
    isRefusal ? '## What is refused' : '## What is found', '', `${introduced([...takenBy(bad), ...takenBy(good)], file)}${example.about === undefined ? '' : ` ${example.about}`}`, '',
    ...block('ts', linesOf(bad)),
    ...block('text', saidOf(example)),
    ...alsoFound(example.also),
    '## Instead', '', ...block('ts', linesOf(good)),
  ];
}

/** The first answer of that code: one is like another. */
function saidOf({ code, bad, app }: CheckExample): string {
  const answer = answersTo(bad, app).find(each => each.code === code);
  if (!answer) throw new Error(`${code}: it is not found in its bad lines`);
  return answer.text;
}

function alsoFound(codes: readonly string[] = []): string[] {
  return codes.length === 0 ? [] : [`Found too: ${codes.map(code => `[${code}](${code}.md)`).join(', ')}.`, ''];
}

function introduced(taken: readonly string[], file: string): string {
  const unknown = taken.filter(name => !WORKLOADS.includes(name) && !(name in TAKEN));
  if (unknown.length > 0) throw new Error(`${file}: say in build-tools/check-examples.ts what ${unknown.join(', ')} is`);
  const workloads = WORKLOADS.filter(name => taken.includes(name)).map(name => `\`${name}\``);
  const said = [
    ...workloads.length === 0 ? [] : [`${workloads.join(' and ')} ${workloads.length === 1 ? 'is a workload' : 'are workloads'}`],
    ...Object.keys(TAKEN).filter(name => taken.includes(name)).map(name => `\`${name}\` ${TAKEN[name]}`),
  ];
  return `A test runs [these lines](${inRepository(`${FOLDER}/${file}`)})${said.length === 0 ? '' : `: ${said.join(', ')}`}.`;
}

let written: ReadonlyMap<string, Written> | undefined;

/** Read from the source, so that the page shows what the test runs. */
function writtenAs(code: string): Written {
  written ??= new Map(filesBelow(join(ROOT, FOLDER), '.ts').flatMap(file => writtenIn(file)));
  const found = written.get(code);
  if (!found) throw new Error(`${code}: write the example as an object with "code", "bad" and "good"`);
  return found;
}

function writtenIn(file: string): [string, Written][] {
  return membersIn(readFileSync(join(ROOT, FOLDER, file), 'utf8')).flatMap(({ texts: { code }, functions: { bad, good } }): [string, Written][] => (
    code === undefined || bad === undefined || good === undefined ? [] : [[code, { file, bad, good }]]));
}
