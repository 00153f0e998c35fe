import { quote, TopologyError } from '../private/topology-error';
import { Edges } from './edges';
import { Tree } from './tree';

/** That constructs depend on each other, so that none of them comes first. */
function cycle(paths: readonly string[]): TopologyError {
  return new TopologyError({
    code: 'BST041',
    path: paths[0],
    problem: `dependency cycle, of which nothing can be applied before the rest: ${shown(paths)}`,
    fix: 'take one of these dependencies away; a chart depends on the charts within it, and on those of whatever its constructs depend on',
  });
}

/** Of a construct that is being placed, and of one that is. */
const OPEN = 1;
const PLACED = 2;

/** A construct that is being placed, and what has to be placed before it. */
interface Step {
  readonly position: number;
  readonly before: Iterator<number>;
}

/**
 * The constructs at and below one, each behind all that it depends on there. The order is that in which cdk8s finds them: beginning at those that nothing
 * there depends on, in the order of the tree, each behind what it depends on. Every construct and dependency is looked at once, and none by recursion.
 *
 * @internal
 */
export class Order {
  /** Positions, in order. Throws BST041 if there is none. */
  public readonly placed: number[] = [];
  private readonly end: number;
  private readonly state: Uint8Array;
  /** Constructs whose objects are placed. */
  private readonly groups = new Set<number>();
  /** By what depends on them: constructs of which not all objects are. */
  private readonly unplaced = new Map<number, readonly number[]>();

  constructor(private readonly tree: Tree, private readonly edges: Edges, private readonly start: number) {
    this.end = tree.ends[start];
    this.state = new Uint8Array(this.end - start);
    const wanted = this.wanted();
    const positions = numberedFirst(tree, start, this.end);
    for (const position of positions) if (wanted[position - start] === 0) this.place(position);
    // What is left is wanted by what is left alone: a cycle that nothing leads to.
    for (const position of positions) if (this.state[position - start] !== PLACED) this.place(position);
  }

  /** Marks what something depends on. */
  private wanted(): Uint8Array {
    const wanted = new Uint8Array(this.end - this.start);
    const mark = (position: number) => { if (this.isHere(position)) wanted[position - this.start] = 1; };
    const whole = new Set<number>();
    for (const source of this.edges.sourcesWithin(this.start, this.end)) {
      const objects = this.tree.objectsOf(source);
      for (const target of this.edges.of(source)) {
        mark(target);
        if (objects.length === 0 || whole.has(target)) continue;
        // Of those within what they depend on, one does not want itself.
        const isWhole = objects.length > 1 || !this.tree.isWithin(objects[0], target);
        if (isWhole) whole.add(target);
        for (const object of this.tree.objectsOf(target)) if (isWhole || objects[0] !== object) mark(object);
      }
    }
    return wanted;
  }

  private place(first: number): void {
    const steps = [this.begin(first)];
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const { value: next, done } = step.before.next();
      if (done) {
        this.state[step.position - this.start] = PLACED;
        this.placed.push(step.position);
        steps.pop();
      } else if (this.state[next - this.start] === OPEN) {
        const positions = steps.map(({ position }) => position);
        throw cycle([...positions.slice(positions.indexOf(next)), next].map(pathIn(this.tree)));
      } else if (this.state[next - this.start] !== PLACED) {
        steps.push(this.begin(next));
      }
    }
  }

  private begin(position: number): Step {
    this.state[position - this.start] = OPEN;
    return { position, before: this.before(position) };
  }

  private* before(position: number): Generator<number> {
    for (const target of this.edges.of(position)) if (this.isHere(target)) yield target;
    if (!this.tree.isObject(position)) return;
    for (const source of this.edges.sourcesAround(position)) {
      const groups = this.unplaced.get(source) ?? this.edges.of(source);
      for (const group of groups) yield* this.objectsBefore(position, group);
      this.unplaced.set(source, groups.filter(group => !this.groups.has(group)));
    }
  }

  private* objectsBefore(position: number, group: number): Generator<number> {
    if (this.groups.has(group)) return;
    for (const object of this.tree.objectsOf(group)) if (object !== position && this.isHere(object)) yield object;
    if (!this.tree.isWithin(position, group)) this.groups.add(group);
  }

  private isHere(position: number): boolean {
    return position >= this.start && position < this.end;
  }
}

const pathIn = ({ constructs }: Tree) => (position: number) => constructs[position].node.path;

const MOST_SHOWN = 12;

/** A long cycle by its beginning, and by where it closes. */
function shown(paths: readonly string[]): string {
  const quoted = paths.map(quote);
  return (quoted.length > MOST_SHOWN ? [...quoted.slice(0, MOST_SHOWN - 2), '…', ...quoted.slice(-1)] : quoted).join(' => ');
}

/** Source: https://tc39.es/ecma262/#array-index */
function isIndex(id: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;
}

/** JavaScript lists the members of an object that are whole numbers first: paths, where cdk8s looks for constructs to begin at. */
function numberedFirst(tree: Tree, start: number, end: number): number[] {
  const positions = Array.from({ length: end - start }, (_, i) => start + i);
  const isNumbered = (position: number) => tree.scopes[position] === 0 && isIndex(tree.constructs[position].node.id);
  const numbered = positions.filter(isNumbered);
  return numbered.length === 0 ? positions : [...numbered, ...positions.filter(position => !isNumbered(position))];
}
