import { IWorkload } from '../model/workload-interface';

/** The mesh identity of a workload, as an AuthorizationPolicy writes it: without `spiffe://`. */
export function principalOf(workload: Pick<IWorkload, 'namespace' | 'serviceAccountName'>, trustDomain: string): string {
  return `${trustDomain}/ns/${workload.namespace}/sa/${workload.serviceAccountName}`;
}
