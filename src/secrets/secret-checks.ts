import { ITopologyCheck } from '../model/check';
import { BindingPlan } from './binding-plan';
import { SecretSupplier } from './secret-supplier';
import { secretWithoutProducer } from './secret-without-producer';
import { urlWithoutEncoding } from './url-without-encoding';
import { Claimants, variableClaimedTwice } from './variable-claimed-twice';

/**
 * The rules about what workloads are told.
 *
 * @param credentialed the bindings with credentials
 * @param claimants the workloads whose variables may have a second claimant
 * @param supplier who fills Secrets
 */
export function secretChecks(credentialed: BindingPlan[], claimants: Claimants[], supplier?: SecretSupplier): ITopologyCheck[] {
  return [variableClaimedTwice(claimants), secretWithoutProducer(credentialed, supplier), urlWithoutEncoding(credentialed)];
}
