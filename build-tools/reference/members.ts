import { byCodePoint } from '../files';
import { Callable, Docs, isPlumbing, Type, TypeRef } from './assembly';
import { anchor, code, prose, table } from './markdown';
import { Page, Site } from './site';

/** Writes what types are, for one page of a site. */
export class Members {
  /** Structs whose options stand beside a call already. */
  readonly #shown = new Set<Type>();

  constructor(private readonly site: Site, private readonly page: Page) {}

  /** What of the page nothing above has shown, each type below a heading of its own. */
  public rest(types: readonly Type[]): string[] {
    return types.flatMap(type => this.#shown.has(type) ? [] : this.section(type));
  }

  /** Structs of the page that others take over, where those are shown in full. */
  private takenOver(struct: Type): Type[] {
    return [...this.#shown].filter(other => this.site.assembly.ancestors(other).includes(struct));
  }

  /** A type with all that a caller meets of it, below a heading of its own. */
  public section(type: Type): string[] {
    const body = this.body(type);
    this.#shown.add(type);
    return [`## ${type.name} ${anchor(type.name.toLowerCase())}`, '', ...body];
  }

  /** The same without a heading. */
  public body(type: Type): string[] {
    return [...this.about(type), ...type.kind === 'enum' ? this.enumMembers(type) : type.datatype ? this.struct(type) : this.ofClass(type)];
  }

  /** What a type is, in words. */
  public about({ docs }: Type): string[] {
    return paragraphs(docs);
  }

  /** The options of a struct as a table, those that it takes over among them. */
  public options(struct: Type): string[] {
    return table(['Option', 'What it says', 'Default'], this.site.assembly.optionsOf(struct).map(option => (
      [`${code(option.name)}<br>${this.type(option.type)}`, prose(sentences(option.docs)), option.optional ? defaultOf(option.docs) : '*required*'])));
  }

  /** A call with its parameters, the options that it takes, what it gives and what it refuses. */
  public call(owner: Type, call: Callable): string[] {
    const struct = this.site.assembly.optionsStruct(call);
    return [
      `### ${signature(owner, call)} ${anchor(anchorOf(owner, call))}`, '',
      ...paragraphs(call.docs),
      ...this.parameters(call, struct),
      ...struct ? this.takenOptions(struct) : [],
      ...call.returns ? [`Gives ${this.type(call.returns.type)}${call.docs?.returns ? `: ${prose(call.docs.returns)}` : ''}.`, ''] : [],
      ...refusals(call.docs),
    ];
  }

  /** The ready-made values of a class: `Tls.NONE`. */
  public constants(type: Type): string[] {
    const constants = (type.properties ?? []).filter(property => property.static && property.const);
    return table(['Value', 'What it means'], constants.map(({ name, docs }) => [code(`${type.name}.${name}`), prose(sentences(docs))]));
  }

  /** What can be read of an object, but for what its base class in this package has. */
  public properties(type: Type): string[] {
    const bases = this.site.assembly.ancestors(type).filter(({ kind }) => kind === 'class');
    const inherited = new Set(bases.flatMap(({ properties }) => properties ?? []).map(({ name }) => name));
    const own = (type.properties ?? []).filter(property => !property.static && !property.protected && !inherited.has(property.name));
    own.sort((a, b) => byCodePoint(a.name, b.name));
    const rows = own.map(({ name, type: of, optional, docs }) => [code(name), `${this.type(of)}${optional ? ', or none' : ''}`, prose(sentences(docs))]);
    return table(['To read', 'Type', 'What it is'], rows);
  }

  /** The calls of an object that a reader may make or override, without those that its classes inherit. */
  public methods(type: Type): readonly Callable[] {
    return (type.methods ?? []).filter(({ name, static: fixed }) => !fixed && !isPlumbing(name));
  }

  /** The calls of a class, such as factories. */
  public factories(type: Type): readonly Callable[] {
    return (type.methods ?? []).filter(({ name, static: fixed }) => fixed && !isPlumbing(name));
  }

  /** A type where it is used, with links. */
  public type({ primitive, fqn, collection, union }: TypeRef): string {
    if (collection) {
      const inner = this.type(collection.elementtype);
      return collection.kind === 'array' ? `list of ${inner}` : `map of ${inner}`;
    }
    if (union) return union.types.map(each => this.type(each)).join(' or ');
    const type = this.site.assembly.find(fqn);
    if (type) return this.site.link(type);
    return primitive ?? code(fqn!.split('.').at(-1)!);
  }

  /** What a type is besides. */
  public bases(type: Type): string[] {
    const above = [type.base, ...type.interfaces ?? []].flatMap(fqn => this.site.assembly.find(fqn) ?? []);
    return above.length > 0 ? [`It has all that ${above.map(each => this.site.link(each)).join(' and ')} ${above.length === 1 ? 'has' : 'have'}.`, ''] : [];
  }

  private ofClass(type: Type): string[] {
    return [
      ...this.bases(type),
      ...this.constants(type),
      ...isMade(type) ? this.call(type, type.initializer!) : [],
      ...[...this.factories(type), ...this.methods(type)].flatMap(call => this.call(type, call)),
      ...this.properties(type),
    ];
  }

  private struct(type: Type): string[] {
    const by = this.takenOver(type);
    return by.length > 0 ? [`Its options are among those of ${by.map(each => this.site.link(each)).join(', ')}.`, ''] : this.options(type);
  }

  private enumMembers({ name, members }: Type): string[] {
    return table(['Value', 'What it means'], members!.map(member => [code(`${name}.${member.name}`), prose(sentences(member.docs))]));
  }

  private parameters({ parameters = [] }: Callable, struct: Type | undefined): string[] {
    const told = parameters.filter(({ type, docs }) => !(struct && type.fqn === struct.fqn) && (docs?.summary !== undefined));
    return told.length === 0 ? [] : [...told.map(({ name, type, docs }) => `* ${code(name)} (${this.type(type)}): ${prose(sentences(docs))}`), ''];
  }

  /** What a call takes, the first time with a place that links lead to. */
  private takenOptions(struct: Type): string[] {
    const first = !this.#shown.has(struct) && this.site.pageOf(struct) === this.page;
    this.#shown.add(struct);
    return [...first ? [anchor(struct.name.toLowerCase()), ''] : [], ...this.options(struct)];
  }
}

/** `PostgresProvider.external(props)`, `workload.calls(service, options?)`. */
export function signature(owner: Type, { name, parameters = [], static: fixed }: Callable): string {
  const list = parameters.map(({ name: parameter, optional, variadic }) => `${variadic ? '...' : ''}${parameter}${optional ? '?' : ''}`).join(', ');
  if (name === undefined) return code(`new ${owner.name}(${list})`);
  return code(fixed ? `${owner.name}.${name}(${list})` : `${lowerFirst(owner.name)}.${name}(${list})`);
}

/** Where a call stands on its page. */
export function anchorOf(owner: Type, { name }: Callable): string {
  return `${owner.name}-${name ?? 'new'}`.toLowerCase();
}

/** Whether a constructor is called with something, by those who make an object or extend its class. */
export function isMade({ initializer, kind }: Type): boolean {
  return kind === 'class' && (initializer?.parameters ?? []).length > 0;
}

/** All that a docstring says, as one text. */
export function sentences(docs: Docs | undefined): string {
  return [docs?.summary, docs?.remarks].filter(Boolean).join(docs?.remarks?.startsWith('\n') ? '\n\n' : ' ');
}

/** What a call refuses, each code with a link to its page. */
export function refusals(docs: Docs | undefined): string[] {
  const throws = docs?.custom?.throws;
  return throws ? [`**Refuses**: ${linkCodes(prose(throws))}.`, ''] : [];
}

/** Codes as links to their pages. */
export function linkCodes(text: string): string {
  return text.replace(/\bBST\d{3}\b/g, found => `[${found}](../checks/${found}.md)`);
}

function paragraphs(docs: Docs | undefined): string[] {
  const text = prose(sentences(docs));
  return text === '' ? [] : [text, ''];
}

/** `- none` is words, anything else is code. */
function defaultOf(docs: Docs | undefined): string {
  const text = docs?.default ?? '';
  const [, value, why] = /^([^\s;]+)(?: -|;) (.*)$/s.exec(text) ?? [];
  if (value !== undefined) return `${code(value)}: ${prose(why)}`;
  return text.startsWith('-') ? prose(text.replace(/^-\s*/, '')) : text === '' ? '' : code(text);
}

function lowerFirst(text: string): string {
  const name = text.replace(/^I(?=[A-Z][a-z])/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
