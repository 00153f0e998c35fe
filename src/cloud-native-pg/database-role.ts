import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { CLOUD_NATIVE_PG_API, ConsumerEntry, Operated } from './consumer-entries';

interface DatabaseRoleSpec {
  readonly cluster: { readonly name: string };
  readonly name: string;
  readonly login: boolean;
  readonly inherit: true;
  readonly connectionLimit: -1;
  readonly inRoles?: readonly string[];
  readonly passwordSecret?: { readonly name: string };
  readonly databaseRoleReclaimPolicy: 'delete' | 'retain';
}

/** What holds of every role. Fields that the operator's CRD defaults are written out, so that a GitOps controller sees no drift; `ensure` is none that a DatabaseRole can say otherwise. */
const USUAL = { inherit: true, connectionLimit: -1 } as const;

/** A DatabaseRole in the Cluster's namespace, where the operator looks for it and for its Secret: one identity for one workload. */
export function emitConsumerRole(scope: Construct, { service: { locator }, roles, role }: ConsumerEntry): void {
  emitDatabaseRole(scope, { name: role.object, namespace: locator.namespace! }, {
    ...USUAL,
    cluster: { name: locator.resource! },
    name: role.name,
    login: true,
    inRoles: role.inRoles.length === 0 ? undefined : role.inRoles,
    passwordSecret: { name: role.object },
    databaseRoleReclaimPolicy: roles.deletes ? 'delete' : 'retain',
  });
}

/** The role that owns a declared database: nobody enters as it, and it stays, as the database does. */
export function emitOwner(scope: Construct, { service: { locator }, roles: { declared } }: Operated): void {
  emitDatabaseRole(scope, { name: declared!.object, namespace: locator.namespace! }, {
    ...USUAL, cluster: { name: locator.resource! }, name: declared!.owner, login: false, databaseRoleReclaimPolicy: 'retain',
  });
}

function emitDatabaseRole(scope: Construct, place: { readonly name: string; readonly namespace: string }, spec: DatabaseRoleSpec): void {
  emit<DatabaseRoleSpec>(scope, { apiVersion: CLOUD_NATIVE_PG_API, kind: 'DatabaseRole', ...place, spec });
}
