import { shortened } from './shortened';

/** A workload, as far as the names of its roles need it. */
interface NamedWorkload {
  readonly name: string;
  readonly namespace: string;
}

/** NAMEDATALEN of PostgreSQL is 64 bytes, one of which ends the name; longer names are cut silently. Source: https://www.postgresql.org/docs/current/limits.html */
const LONGEST_ROLE = 63;

/** Name of the role of a workload in a database. What is too long for PostgreSQL ends in a hash of the whole. */
export function databaseRoleName({ namespace, name }: NamedWorkload, service: string): string {
  return shortened(`${namespace}.${name}.${service}`, LONGEST_ROLE);
}

/**
 * Name of the DatabaseRole of a workload, and of the Secret with its password, beside the cluster. A dot cannot be part of any of the four names, so no
 * two workloads, services or clusters make the same one, and none has to be shortened: they are 63, 63, 63 and 50 characters at most, and the object may have 253.
 */
export function databaseRoleObjectName(workload: NamedWorkload, service: string, cluster: string): string {
  return `${workload.namespace}.${workload.name}.${service}.${cluster}`;
}

/** Name of the Database of a service, and of the DatabaseRole that owns it, beside the cluster. */
export function databaseObjectName(service: string, cluster: string): string {
  return `${service}.${cluster}`;
}
