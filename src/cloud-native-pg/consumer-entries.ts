import { BackingService } from '../model/backing-service';
import { Binding } from '../model/binding';
import { ConsumerRole, OperatedRoles } from '../model/operated-roles';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';

/** Served by CloudNativePG since 1.25, with DatabaseRole since 1.30. */
export const CLOUD_NATIVE_PG_API = 'postgresql.cnpg.io/v1';

/** A database of CloudNativePG whose consumers have a role each. @internal */
export interface Operated {
  readonly service: BackingService;
  readonly roles: OperatedRoles;
}

/** A workload that enters such a database, and the role that it enters as. @internal */
export interface ConsumerEntry extends Operated {
  readonly binding: Binding;
  readonly role: ConsumerRole;
}

/** The service, if it is such a database. */
export function operatedOf(service: BackingService): Operated[] {
  const roles = service.login?._operatedRoles;
  return roles && service.locator.operator === 'cloudnative-pg' ? [{ service, roles }] : [];
}

/** The databases that a workload enters as a role of its own. */
export function entriesOf(workload: IWorkload, graph: TopologyGraph): ConsumerEntry[] {
  return graph.bindingsOf(workload).flatMap(binding => operatedOf(binding.service).map(operated => (
    { ...operated, binding, role: operated.roles.of(workload, binding.access) })));
}
