import { EmittedObject, ObjectIdentity } from './emitted-object';

/** The objects of an app, found without looking at all of them. @internal */
export class EmittedObjects {
  private readonly places = new Map<string, Set<string>>();
  private kinds?: Map<string, EmittedObject[]>;

  constructor(
    /** All, in the order of the construct tree. */
    public readonly all: EmittedObject[],
  ) {}

  /** Whether there is one of this identity. */
  public has(identity: ObjectIdentity): boolean {
    const kind = kindOf(identity);
    const places = this.places.get(kind) ?? new Set(this.ofKind(identity.group, identity.kind).map(placeOf));
    this.places.set(kind, places);
    return places.has(placeOf(identity));
  }

  /** All of one kind, in the order of the construct tree. */
  public ofKind(group: string, kind: string): EmittedObject[] {
    this.kinds ??= this.byKind();
    return this.kinds.get(kindOf({ group, kind })) ?? [];
  }

  private byKind(): Map<string, EmittedObject[]> {
    const kinds = new Map<string, EmittedObject[]>();
    for (const object of this.all) {
      const key = kindOf(object);
      const others = kinds.get(key);
      if (others) others.push(object); else kinds.set(key, [object]);
    }
    return kinds;
  }
}

/** A cluster tells objects apart by kind and place; no part of either has a blank in it. */
export function kindOf({ group, kind }: Pick<ObjectIdentity, 'group' | 'kind'>): string {
  return `${group} ${kind}`;
}

/** Where an object is among those of its kind. */
export function placeOf({ namespace, name }: Pick<ObjectIdentity, 'namespace' | 'name'>): string {
  return `${namespace} ${name}`;
}
