import { ITopologyCheck } from '../model/check';
import { IWorkload } from '../model/workload-interface';
import { BindingPlan } from './binding-plan';
import { secretWithoutProducer } from './secret-without-producer';
import { Secrets } from './secrets';
import { urlWithoutEncoding } from './url-without-encoding';
import { variableClaimedTwice } from './variable-claimed-twice';

/**
 * The rules about what workloads are told.
 *
 * @param credentialed the bindings with credentials
 * @param contested the workloads whose variables may have a second claimant, with those that their containers have by themselves
 * @param secrets who fills Secrets
 */
export function secretChecks(credentialed: BindingPlan[], contested: Map<IWorkload, string[]>, secrets?: Secrets): ITopologyCheck[] {
  return [variableClaimedTwice(contested), secretWithoutProducer(credentialed, secrets), urlWithoutEncoding(credentialed)];
}
