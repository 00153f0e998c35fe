import { EmittedObject, ObjectIdentity } from './emitted-object';

/** The objects of an app, found without looking at all of them. @internal */
export class EmittedObjects {
  private identities?: Set<string>;
  private kinds?: Map<string, EmittedObject[]>;

  constructor(
    /** All, in the order of the construct tree. */
    public readonly all: EmittedObject[],
  ) {}

  /** Whether there is one of this identity. */
  public has(identity: ObjectIdentity): boolean {
    this.identities ??= new Set(this.all.map(identityOf));
    return this.identities.has(identityOf(identity));
  }

  /** All of one kind, in the order of the construct tree. */
  public ofKind(group: string, kind: string): EmittedObject[] {
    this.kinds ??= this.byKind();
    return this.kinds.get(`${group} ${kind}`) ?? [];
  }

  private byKind(): Map<string, EmittedObject[]> {
    const kinds = new Map<string, EmittedObject[]>();
    for (const object of this.all) {
      const key = `${object.group} ${object.kind}`;
      const others = kinds.get(key);
      if (others) others.push(object); else kinds.set(key, [object]);
    }
    return kinds;
  }
}

/** What a cluster tells objects apart by: group, kind, namespace and name, none of which has a blank in it. */
export function identityOf({ group, kind, namespace, name }: ObjectIdentity): string {
  return `${group} ${kind} ${namespace} ${name}`;
}
