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

/** The Secret of one consumer and one service, as a supplier is asked for it. */
export class SuppliedSecret {
  /** @internal */
  public static _of(name: string, namespace: string, type: string, values: ReadonlyMap<string, BindingValue>): SuppliedSecret {
    return new SuppliedSecret(name, namespace, type, sortedRecord(Object.fromEntries(values)));
  }

  private constructor(
    /** Name of the Secret. */
    public readonly name: string,
    /** Namespace of the Secret: the consumer's. */
    public readonly namespace: string,
    /** Type of the Secret, by the Service Binding specification: `servicebinding.io/redis`. */
    public readonly type: string,
    /** Keys of the Secret to what they hold, sorted. */
    public readonly values: Record<string, BindingValue>,
  ) {}

  /** Every part that is needed, once, sorted by name. Parts that are kept in one place are one. */
  public get parts(): FetchedPart[] {
    const named = Object.values(this.values).flatMap(value => value.parts).filter(({ secret }) => secret !== undefined);
    const byPlace = new Map(named.map(({ name, secret }) => [secret!.place, { name: name!, part: secret! }]));
    const taken = new Map<string, number>();
    return [...byPlace].sort(([a, { name: one }], [b, { name: other }]) => byCodePoint(one, other) || byCodePoint(a, b)).map(([, { name, part }]) => {
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return { name: count === 1 ? name : `${name}-${count}`, part };
    });
  }
}

guard('SuppliedSecret', SuppliedSecret);
