import { Construct } from 'constructs';
import { OutputOptions } from '../model/output-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { Topology } from '../topology';
import { entriesOf, operatedOf } from './consumer-entries';
import { emitDatabase } from './database';
import { emitConsumerRole } from './database-role';
import { databaseRoleTwice } from './database-role-twice';
import { ownedApart } from './owned-apart';
import { roleWithoutPrivileges } from './role-without-privileges';

/** What to make CloudNativePG's resources of. */
export interface CloudNativePgDatabasesProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
}

/**
 * Roles of PostgreSQL through CloudNativePG, 1.30 or later: of each database whose provider says `databaseRoles`, a DatabaseRole for each workload that uses it, a member of the
 * roles for what it declares and of no other; and a Database with the role that owns it, where that is declared too. The Secrets with the passwords are those of `SecretBindings`.
 */
export class CloudNativePgDatabases extends Construct {
  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  constructor(scope: Construct, id: string, props: CloudNativePgDatabasesProps) {
    acceptArguments('new CloudNativePgDatabases', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const graph = props.topology.read({ checks: [roleWithoutPrivileges, ownedApart], appChecks: [databaseRoleTwice] });
    for (const operated of graph.services.flatMap(operatedOf)) emitDatabase(this, operated);
    for (const entry of graph.workloads.flatMap(workload => entriesOf(workload, graph))) emitConsumerRole(this, entry);
  }
}

guard('CloudNativePgDatabases', CloudNativePgDatabases);
