import { ITopologyCheck } from '../model/check';
import { IWorkload } from '../model/workload-interface';
import { BindingPlan } from './binding-plan';
import { secretWithoutProducer } from './secret-without-producer';
import { Secrets } from './secrets';
import { urlWithoutEncoding } from './url-without-encoding';
import { variableClaimedTwice } from './variable-claimed-twice';

/** The rules about what workloads are told. */
export function secretChecks(credentialed: BindingPlan[], occupied: Map<IWorkload, string[]>, secrets?: Secrets): ITopologyCheck[] {
  return [variableClaimedTwice(occupied), secretWithoutProducer(credentialed, secrets), urlWithoutEncoding(credentialed)];
}
