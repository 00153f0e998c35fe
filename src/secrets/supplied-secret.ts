import { BindingValue } from '../model/binding-value';
import { CredentialPart } from '../model/credential-part';
import { guard } from '../private/boundary';
import { byCodePoint, sortedRecord } from '../private/names';

/** A part that a supplied Secret is made of, under a name that no other part of it has. */
export interface FetchedPart {
  /** Its name: the part's own, with a number behind it where several parts have one name. */
  readonly name: string;
  /** Where it is kept. */
  readonly part: CredentialPart;
}

/** An object whose pods read a supplied Secret: what is started anew where they are to read another value. */
export interface SecretReader {
  /** Its API group: `apps`. */
  readonly group: string;
  /** Its kind: `Deployment`. */
  readonly kind: string;
  /** Its name. Its namespace is that of the Secret. */
  readonly name: string;
}

/** The Secret of one consumer and one service, as a supplier is asked for it. */
export class SuppliedSecret {
  /** @internal */
  public static _of(name: string, namespace: string, type: string, values: ReadonlyMap<string, BindingValue>): SuppliedSecret {
    return new SuppliedSecret({ name, namespace, type }, sortedRecord(Object.fromEntries(values)));
  }

  /** Name of the Secret. */
  public readonly name: string;
  /** Namespace of the Secret: the consumer's. */
  public readonly namespace: string;
  /** Type of the Secret, by the Service Binding specification: `servicebinding.io/redis`. */
  public readonly type: string;

  private constructor(
    { name, namespace, type }: Pick<SuppliedSecret, 'name' | 'namespace' | 'type'>,
    /** Keys of the Secret to what they hold, sorted. */
    public readonly values: Record<string, BindingValue>,
    /** The objects whose pods read it, sorted; none where another program makes them. */
    public readonly readers: SecretReader[] = [],
  ) {
    this.name = name;
    this.namespace = namespace;
    this.type = type;
  }

  /** The same Secret, read by the pods of these objects. @internal */
  public _readBy(readers: readonly SecretReader[]): SuppliedSecret {
    return new SuppliedSecret(this, this.values, [...readers].sort((a, b) => byCodePoint(a.kind, b.kind) || byCodePoint(a.name, b.name)));
  }

  /** Every part that is needed, once, sorted by name. Parts that are kept in one place are one. */
  public get parts(): FetchedPart[] {
    const named = Object.values(this.values).flatMap(value => value.parts).filter(({ secret }) => secret !== undefined);
    const byPlace = new Map(named.map(({ name, secret }) => [secret!.place, { name: name!, part: secret! }]));
    const sorted = [...byPlace]
      .sort(([a, { name: one }], [b, { name: other }]) => byCodePoint(one, other) || byCodePoint(a, b))
      .map(([, part]) => part);
    const [own, taken] = [new Set(sorted.map(({ name }) => name)), new Set<string>()];
    return sorted.map(({ name, part }) => {
      const free = taken.has(name) ? numbered(name, own, taken) : name;
      taken.add(free);
      return { name: free, part };
    });
  }
}

guard('SuppliedSecret', SuppliedSecret);

/** The name with the first number behind it that neither makes the name of another part nor was given already. */
function numbered(name: string, ...others: ReadonlySet<string>[]): string {
  let count = 2;
  while (others.some(names => names.has(`${name}-${count}`))) count++;
  return `${name}-${count}`;
}
