import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../model/credential-part';
import { SecretEncoding } from '../model/secret-encoding';
import { acceptArguments, guard } from '../private/boundary';
import { distinct } from '../private/distinct';
import { GeneratedSecret } from './generated-secret';
import { SecretSupplier } from './secret-supplier';
import { SuppliedSecret } from './supplied-secret';
import { SuppliedVolume } from './supplied-volume';
import { isGeneratedBy } from './supplier-answers';

/** Several suppliers: each credential is supplied by the first of them that fetches it. What a Secret is made of, one of them fetches alone. */
export class FirstSupplier extends SecretSupplier {
  public readonly name: string;
  /** Whether all do. Of one credential it is asked of who fetches that. */
  public readonly composes: boolean;
  private readonly suppliers: readonly SecretSupplier[];

  /**
   * @param first the one that is asked first
   * @param others the others, in order
   */
  constructor(first: SecretSupplier, others: SecretSupplier[] = []) {
    acceptArguments('new FirstSupplier', [first, others]);
    super();
    this.suppliers = [first, ...others];
    this.name = this.suppliers.map(({ name }) => name).join(' or ');
    this.composes = this.suppliers.every(({ composes }) => composes);
  }

  public fetches(part: CredentialPart): boolean {
    return this.suppliers.some(supplier => supplier.fetches(part));
  }

  /** Whether all write it so. */
  public encodes(encoding: SecretEncoding): boolean {
    return this.suppliers.every(supplier => supplier.encodes(encoding));
  }

  public override keyOf(part: CredentialPart): string | undefined {
    const one = this._of(part);
    return one === this ? undefined : one.keyOf(part);
  }

  public override whyNot(secret: SuppliedSecret): string | undefined {
    const fetching = this.fetching(secret);
    return fetching.length === 1 ? fetching[0].whyNot(secret) : `its parts are fetched by ${fetching.map(({ name }) => name).join(' and by ')}, and one makes a Secret`;
  }

  public override volumeOf(secret: SuppliedSecret): SuppliedVolume | undefined {
    const [one] = this.fetching(secret);
    return one === this ? undefined : one.volumeOf(secret);
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    const [one] = this.fetching(secret);
    if (one !== this) one.supply(scope, secret);
  }

  /** The longest of what they say, because each credential has one of them; nothing if one says nothing. */
  public override refreshes(): Duration | undefined {
    const said = this.suppliers.map(supplier => supplier.refreshes());
    return said.every((each): each is Duration => each !== undefined)
      ? said.reduce((one, other) => (other.toMilliseconds() > one.toMilliseconds() ? other : one)) : undefined;
  }

  /** Whether all do. */
  public override restarts(): boolean {
    return this.suppliers.every(supplier => supplier.restarts());
  }

  /** @internal */
  public override get _isToldToRefresh(): boolean {
    return this.suppliers.some(supplier => supplier._isToldToRefresh);
  }

  public override generates(part: CredentialPart): boolean {
    return this.suppliers.some(supplier => supplier.generates(part));
  }

  /** Whether one generates it and writes it there. */
  public override keepsCopyOf(part: CredentialPart): boolean {
    return this.suppliers.some(supplier => isGeneratedBy(supplier, part));
  }

  /** By the first that generates passwords, and writes this one into the store that is to keep it. */
  public override generate(scope: Construct, secret: GeneratedSecret): void {
    const { name, length, copy } = secret;
    const part = CredentialPart.generated(name, { length, copy });
    this.suppliers.find(supplier => isGeneratedBy(supplier, part))?.generate(scope, secret);
  }

  /** @internal */
  public override _of(part: CredentialPart): SecretSupplier {
    return this.suppliers.find(supplier => supplier.fetches(part))?._of(part) ?? this;
  }

  private fetching({ parts }: SuppliedSecret): SecretSupplier[] {
    return distinct(parts.map(({ part }) => this._of(part)));
  }
}

guard('FirstSupplier', FirstSupplier);
