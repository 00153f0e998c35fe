import * as api from '../../src';
import { Channel, ChannelProps, TopologyElement } from '../../src';
import { CallName } from '../../src/private/boundary';
import { CALLS, STRUCTS } from '../../src/private/boundary-types';
import { fieldsOf } from '../../src/private/members';
import { TopologyError } from '../../src/private/topology-error';
import { SOURCES } from '../architecture/support/sources';
import { Bench } from '../hostile/options';
import { AnyService } from '../support/declare';
import { Baseline } from './baseline-parts';
import { BASELINES } from './baselines';
import { mayFit, Position, positionsIn, replaced, unsetIn, valueAt } from './positions';
import { valuesFor } from './wrong-values';

class AnyElement extends TopologyElement {}
class AnyChannel extends Channel {
  constructor(props: ChannelProps) {
    super(props);
  }
}

const CLASSES_BY_NAME: Record<string, unknown> = { ...api, BackingService: AnyService, Channel: AnyChannel, TopologyElement: AnyElement };
const classOf = (name: string) => CLASSES_BY_NAME[name] as Record<string, unknown> & (new (...args: unknown[]) => unknown);

/** pulumi is a path of its own; test/pulumi holds its entry to the same. */
const IMPORTED = (Object.keys(CALLS) as CallName[]).filter(name => name !== 'new ChartResources');

function call(name: CallName, { on, args }: Baseline): unknown {
  const [owner, method] = name.replace('new ', '').split(/[.#]/);
  if (method === undefined) return Reflect.construct(classOf(owner), args);
  const holder = on ?? classOf(owner);
  return (Reflect.get(holder, method) as () => unknown).apply(holder, args as []);
}

const baselinesOf = (name: CallName, bench = new Bench()): Baseline[] => [BASELINES[name as keyof typeof BASELINES]?.(bench) ?? []].flat();

/** What became of a call: the error, or nothing if it was taken. The words of constructs about an id are clear enough. */
function outcome(name: CallName, baseline: Baseline): unknown {
  try {
    call(name, baseline);
    return undefined;
  } catch (error) {
    return /^Only root constructs may have an empty ID/.test((error as Error).message) ? undefined : error;
  }
}

/** Each place of each baseline, with one of its values. */
function* tries(name: CallName): Generator<{ readonly index: number; readonly position: Position; readonly what: string }> {
  const bench = new Bench();
  for (const [index, { args }] of baselinesOf(name, bench).entries()) {
    for (const position of positionsIn(fieldsOf(CALLS[name]), args)) {
      for (const [what] of valuesFor(position, bench)) yield { index, position, what };
    }
  }
}

let tried = 0;
const refused = new Map<string, number>();

/** Tries one value; returns what is wrong with the answer. */
function fault(name: CallName, index: number, position: Position, what: string): string | undefined {
  const bench = new Bench();
  const { on, args } = baselinesOf(name, bench)[index];
  const value = valuesFor(position, bench).find(([known]) => known === what)![1];
  const error = outcome(name, { on, args: replaced(args, position, value) });
  tried++;
  if (error instanceof TopologyError) refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
  const at = `${what} at ${position.steps.join('.')}`;
  if (error !== undefined && !(error instanceof TopologyError)) return `${at}: ${String(error)}`;
  if (mayFit(position, value)) return undefined;
  if (error?.code !== 'BST021') return `${at}: ${error?.message ?? 'taken without a word'}`;
  const last = String(position.steps.filter(step => typeof step === 'string').at(-1) ?? fieldsOf(CALLS[name])[0].name);
  return /^BST021 \S.*: .+; .*[^.]$/.test(error.message) && (error.message.includes(last) || position.steps.length === 1) ? undefined : `${at}: ${error.message}`;
}

test('every entry of the public API has a call that is right, and each is taken', () => {
  expect(IMPORTED.filter(name => baselinesOf(name).length === 0)).toEqual([]);
  expect(IMPORTED.flatMap(name => baselinesOf(name).map((_, index) => outcome(name, baselinesOf(name)[index]))).filter(Boolean)).toEqual([]);
});

test.each(IMPORTED)('the right calls of %s give every option', name => {
  const baselines = baselinesOf(name);
  const positions = baselines.flatMap(({ args }) => positionsIn(fieldsOf(CALLS[name]), args).map(position => ({ ...position, args })));
  expect(unsetIn(positions, position => (position as typeof positions[number]).args)).toEqual([]);
});

const TEXT = SOURCES.map(({ text }) => text).join('');
const guarded = IMPORTED.filter(name => TEXT.includes(name.startsWith('new ') ? `acceptArguments('${name}', ` : `\nguard('${name.split(/[.#]/)[0]}', `));

for (const name of guarded) {
  test(`${name} takes what it can use, and refuses all else with code, path and option`, () => {
    expect([...tries(name)].flatMap(({ index, position, what }) => fault(name, index, position, what) ?? [])).toEqual([]);
  });

  test(`${name} refuses an option that it does not know`, () => {
    expect(structsOf(name).filter(([index, position]) => !isUnknownRefused(name, index, position))).toEqual([]);
  });
}

test('that was a great number of tries', () => {
  process.stdout.write(`boundary: ${tried} tries with ${guarded.length} entries; refused: ${JSON.stringify(Object.fromEntries(refused))}\n`);
  expect(guarded).toEqual(IMPORTED);
  expect(tried).toBeGreaterThan(20_000);
});

function structsOf(name: CallName): [index: number, position: Position][] {
  return baselinesOf(name).flatMap(({ args }, index) => positionsIn(fieldsOf(CALLS[name]), args)
    .filter(position => position.type in STRUCTS && valueAt(args, position) !== undefined)
    .map((position): [number, Position] => [index, position]));
}

function isUnknownRefused(name: CallName, index: number, position: Position): boolean {
  const { on, args } = baselinesOf(name)[index];
  const error = outcome(name, { on, args: replaced(args, position, { ...valueAt(args, position) as object, nobodyKnowsThis: 1 }) });
  return error instanceof TopologyError && error.code === 'BST021' && error.message.includes('"nobodyKnowsThis"');
}
