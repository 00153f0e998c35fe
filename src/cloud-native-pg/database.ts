import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { CLOUD_NATIVE_PG_API, Operated } from './consumer-entries';
import { emitOwner } from './database-role';

interface DatabaseSpec {
  readonly cluster: { readonly name: string };
  readonly name: string;
  readonly owner: string;
  readonly ensure: 'present';
  readonly databaseReclaimPolicy: 'retain';
}

/** A Database in the Cluster's namespace and its owner, if the database is declared here. The operator tries again until the owner is there. What is kept in it outlives the object. */
export function emitDatabase(scope: Construct, operated: Operated): void {
  const { service: { locator }, roles: { declared } } = operated;
  if (!declared) return;
  emitOwner(scope, operated);
  emit<DatabaseSpec>(scope, {
    apiVersion: CLOUD_NATIVE_PG_API,
    kind: 'Database',
    name: declared.object,
    namespace: locator.namespace!,
    spec: { cluster: { name: locator.resource! }, name: declared.name, owner: declared.owner, ensure: 'present', databaseReclaimPolicy: 'retain' },
  });
}
