import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint, ROOT } from '../files';

/** What jsii keeps of a docstring. */
export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
  readonly returns?: string;
  readonly deprecated?: string;
  readonly custom?: { readonly throws?: string };
}

/** A type where it is used. */
export interface TypeRef {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeRef };
  readonly union?: { readonly types: readonly TypeRef[] };
}

/** A parameter, an option or a property. */
export interface Value {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly static?: boolean;
  readonly const?: boolean;
  readonly abstract?: boolean;
  readonly protected?: boolean;
  readonly docs?: Docs;
}

/** A method or, without a name, a constructor. */
export interface Callable {
  readonly name?: string;
  readonly docs?: Docs;
  readonly parameters?: readonly Value[];
  readonly returns?: { readonly type: TypeRef };
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly protected?: boolean;
  readonly variadic?: boolean;
}

/** A class, an interface or an enum. */
export interface Type {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly abstract?: boolean;
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly docs?: Docs;
  readonly initializer?: Callable;
  readonly methods?: readonly Callable[];
  readonly properties?: readonly Value[];
  readonly members?: readonly { readonly name: string; readonly docs?: Docs }[];
  readonly locationInModule: { readonly filename: string };
}

/** The public API, as jsii read it out of the code. */
export class Assembly {
  /** That of the last compilation; undefined in a clone that was not compiled. */
  public static written(file = join(ROOT, '.jsii')): Assembly | undefined {
    if (!existsSync(file)) return undefined;
    const { types } = JSON.parse(readFileSync(file, 'utf8')) as { readonly types: Record<string, Type> };
    return new Assembly(Object.values(types));
  }

  /** All types, by name. */
  public readonly types: readonly Type[];
  readonly #byFqn: Map<string, Type>;

  constructor(types: readonly Type[]) {
    this.types = [...types].sort((a, b) => byCodePoint(a.name, b.name));
    this.#byFqn = new Map(types.map(type => [type.fqn, type]));
  }

  /** The type of a full name; undefined for one of another package. */
  public find(fqn: string | undefined): Type | undefined {
    return fqn === undefined ? undefined : this.#byFqn.get(fqn);
  }

  /** The type of a short name. */
  public named(name: string): Type | undefined {
    return this.types.find(type => type.name === name);
  }

  /** The types of this package that one extends or implements, nearest first. */
  public ancestors(type: Type): Type[] {
    const above = [type.base, ...type.interfaces ?? []].flatMap(fqn => this.find(fqn) ?? []);
    return [...new Set(above.flatMap(each => [each, ...this.ancestors(each)]))];
  }

  /** The options of a struct with those that it takes over, needed ones first. */
  public optionsOf(struct: Type): Value[] {
    const all = [struct, ...this.ancestors(struct)].flatMap(({ properties }) => properties ?? []);
    const own = all.filter(({ name }, at) => all.findIndex(other => other.name === name) === at);
    return own.sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false) || byCodePoint(a.name, b.name));
  }

  /** The struct that the last parameter of a call is, if it is one. */
  public optionsStruct({ parameters }: Callable): Type | undefined {
    const last = this.find(parameters?.at(-1)?.type.fqn);
    return last?.datatype ? last : undefined;
  }

  /** The types of this package that one type names: parents, options, parameters, results. */
  public namedBy(type: Type): Type[] {
    const calls = [type.initializer, ...type.methods ?? []].flatMap(call => call ?? []);
    const values = [...type.properties ?? [], ...calls.flatMap(({ parameters }) => parameters ?? [])];
    const refs = [...values.map(value => value.type), ...calls.flatMap(({ returns }) => returns?.type ?? [])];
    const fqns = [...type.interfaces ?? [], ...refs.flatMap(fqnsIn)];
    return [...new Set(fqns.flatMap(fqn => this.find(fqn) ?? []))];
  }
}

function fqnsIn({ fqn, collection, union }: TypeRef): string[] {
  if (fqn !== undefined) return [fqn];
  return [...collection ? fqnsIn(collection.elementtype) : [], ...(union?.types ?? []).flatMap(fqnsIn)];
}

/** Members that jsii or the constructs library needs, and no reader does. */
export function isPlumbing(name: string | undefined): boolean {
  return name === 'toString' || /^is[A-Z]/.test(name ?? '') && name !== 'isValid' || name === undefined;
}
