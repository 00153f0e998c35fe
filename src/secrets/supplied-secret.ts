import { BindingValue } from '../model/binding-value';
import { CredentialPart } from '../model/credential-part';
import { guard } from '../private/boundary';
import { frozenMap } from '../private/frozen-copy';
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

/** Where a Secret is due, and what it has to be besides its keys. @internal */
export interface SecretPlace {
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The Secret of one consumer and one service, as a supplier is asked for it: the one that the consumer reads, or that an operator makes its user of. */
export class SuppliedSecret {
  /** @internal */
  public static _of(place: SecretPlace, values: ReadonlyMap<string, BindingValue>): SuppliedSecret {
    return new SuppliedSecret({ ...place, labels: frozenMap(place.labels ?? {}) }, sortedRecord(Object.fromEntries(values)));
  }

  /** Name of the Secret. */
  public readonly name: string;
  /** Namespace of the Secret: the consumer's, or that of the operator which reads it. */
  public readonly namespace: string;
  /** Type of the Secret, by the Service Binding specification: `servicebinding.io/redis`; or the one that an operator asks for: `kubernetes.io/basic-auth`. */
  public readonly type: string;
  /** Labels of the Secret that an operator asks for; none of a Secret that a consumer reads. */
  public readonly labels: Record<string, string>;

  private constructor(
    { name, namespace, type, labels }: Pick<SuppliedSecret, 'name' | 'namespace' | 'type' | 'labels'>,
    /** Keys of the Secret to what they hold, sorted. */
    public readonly values: Record<string, BindingValue>,
    /** The objects whose pods read it, sorted; none where another program makes them. */
    public readonly readers: SecretReader[] = [],
  ) {
    this.name = name;
    this.namespace = namespace;
    this.type = type;
    this.labels = labels;
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
