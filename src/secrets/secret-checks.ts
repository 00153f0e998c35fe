import { ITopologyCheck } from '../model/check';
import { Problem } from '../model/problem';
import { authorityThatIsNotTold } from './authority-that-is-not-told';
import { loginThatIsNotTold } from './login-that-is-not-told';
import { Rotating, rotationUnnoticed } from './rotation-unnoticed';
import { SecretSupplier } from './secret-supplier';
import { SecretNeed, secretWithoutProducer } from './secret-without-producer';
import { urlWithoutEncoding } from './url-without-encoding';
import { variableClaimedTwice } from './variable-claimed-twice';

/**
 * What making the bindings showed, for the rules about what workloads are told. Plans of bindings are not kept for it: they are many, and most are
 * in order.
 *
 * @internal
 */
export interface BindingsSeen {
  readonly needs: SecretNeed[];
  /** Values that nobody encodes. */
  readonly unencoded: Problem[];
  /** Variables and folders with two claimants. */
  readonly claimedTwice: Problem[];
  /** Workloads that are told credentials in variables that may change. */
  readonly rotating: Rotating[];
  /** Logins of which nothing reaches those who are to enter. */
  readonly untold: Problem[];
  /** Authorities of which nothing reaches those who are to enter. */
  readonly unsigned: Problem[];
}

/** The rules about what workloads are told. */
export function secretChecks(seen: BindingsSeen, supplier?: SecretSupplier): ITopologyCheck[] {
  const { needs, unencoded, claimedTwice, rotating, untold, unsigned } = seen;
  return [
    variableClaimedTwice(claimedTwice), secretWithoutProducer(needs, supplier), urlWithoutEncoding(unencoded), loginThatIsNotTold(untold),
    authorityThatIsNotTold(unsigned), rotationUnnoticed(rotating),
  ];
}
