import { byCodePoint } from '../files';
import { Assembly, Type } from './assembly';
import { TOPICS } from './topics';

/** One page of the reference. */
export interface Page {
  /** Name of the file, without `.md`. */
  readonly name: string;
  readonly sort: 'kind' | 'output' | 'topic';
  readonly title: string;
  /** What the page is about; a topic has none. */
  readonly subject?: Type;
  /** What stands on it, the subject first. */
  readonly types: readonly Type[];
}

/** Outputs that are no constructs that take a topology. */
const FURTHER_OUTPUTS = ['TopologyDocuments', 'App'];

/** `PostgresProvider` as `postgres-provider`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** Concrete kinds of backing services. */
export function kindsOf(assembly: Assembly): Type[] {
  return assembly.types.filter(type => !type.abstract && assembly.ancestors(type).some(({ name }) => name === 'BackingService'));
}

/** What makes something of a topology: constructs that are given one, and the few that read a whole app. */
export function outputsOf(assembly: Assembly): Type[] {
  const reads = ({ initializer }: Type) => {
    const props = initializer && assembly.optionsStruct(initializer);
    return props !== undefined && assembly.optionsOf(props).some(({ name, optional }) => name === 'topology' && !optional);
  };
  const outputs = assembly.types.filter(type => type.base === 'constructs.Construct' && reads(type));
  return [...outputs, ...FURTHER_OUTPUTS.flatMap(name => assembly.named(name) ?? [])];
}

/** Every page, and on which one each type stands. */
export class Site {
  public readonly pages: readonly Page[];
  readonly #homes = new Map<string, Page>();

  constructor(public readonly assembly: Assembly) {
    const subjects = [...kindsOf(assembly), ...outputsOf(assembly)];
    const homes = new Map(assembly.types.map(type => [type, homeOf(assembly, type, subjects)]));
    const kinds = kindsOf(assembly);
    const own = subjects.map((subject): Page => ({
      name: kebab(subject.name), title: subject.name, sort: kinds.includes(subject) ? 'kind' : 'output', subject,
      types: [subject, ...assembly.types.filter(type => type !== subject && homes.get(type) === subject)],
    }));
    const rest = assembly.types.filter(type => homes.get(type) === undefined);
    const topics = TOPICS.map(({ name, title, files }): Page => ({
      name, title, sort: 'topic', types: rest.filter(type => topicOf(type) === name).sort((a, b) => rank(files, a) - rank(files, b) || byCodePoint(a.name, b.name)),
    }));
    this.pages = [...own, ...topics.filter(({ types }) => types.length > 0)];
    for (const page of this.pages) for (const type of page.types) this.#homes.set(type.fqn, page);
  }

  /** The page of a type. */
  public pageOf(type: Type): Page {
    return this.#homes.get(type.fqn)!;
  }

  /** A link to a type, from any page of the reference. */
  public link(type: Type): string {
    return `[\`${type.name}\`](${this.pageOf(type).name}.md#${type.name.toLowerCase()})`;
  }
}

/** The kind or output whose page a type stands on; undefined for what several need, which has a page by its topic. */
function homeOf(assembly: Assembly, type: Type, subjects: readonly Type[]): Type | undefined {
  if (subjects.includes(type)) return type;
  const near = subjects.filter(subject => belongs(subject, type) && reached(assembly, subject).has(type));
  return near.length === 1 ? near[0] : undefined;
}

/** Whether a type is of the subject's folder, or bears its name. */
function belongs(subject: Type, type: Type): boolean {
  return folderOf(subject) === folderOf(type) || type.name.startsWith(subject.name);
}

function folderOf({ locationInModule }: Type): string {
  return locationInModule.filename.replace(/\/[^/]*$/, '');
}

const REACHED = new WeakMap<Type, Set<Type>>();

function reached(assembly: Assembly, from: Type): Set<Type> {
  let seen = REACHED.get(from);
  if (!seen) {
    REACHED.set(from, seen = new Set([from]));
    for (const type of seen) for (const next of assembly.namedBy(type)) if (belongs(from, next)) seen.add(next);
  }
  return seen;
}

function topicOf({ locationInModule: { filename } }: Type): string {
  return TOPICS.find(({ files }) => files.some(file => file.test(filename)))!.name;
}

function rank(files: readonly RegExp[], { locationInModule: { filename } }: Type): number {
  return files.findIndex(file => file.test(filename));
}
