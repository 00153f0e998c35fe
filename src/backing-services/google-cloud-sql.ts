import { Provision } from '../model/provision';
import { managedPostgres, ManagedPostgresProps } from './managed-postgres';

const PATTERN = /^[a-z0-9-]+\.[a-z0-9-]+\.[a-z0-9-]+\.sql(-psa|-psc)?\.goog$/;

/** The certificates of shared and of customer-managed authorities name the instance's DNS name; those of an instance's own authority name no host. Source: https://cloud.google.com/sql/docs/postgres/authorize-ssl */
export function googleCloudSql(props: ManagedPostgresProps, path: string): Provision {
  const like = 'the DNS name of an instance, such as "0a1b2c.3d4e5f.europe-west3.sql.goog"';
  return managedPostgres(props, {
    service: 'Cloud SQL',
    host: { what: 'a host of Cloud SQL', pattern: PATTERN, like },
    readerHost: { what: 'a host of a read replica of Cloud SQL', pattern: PATTERN, like },
    authority: 'the server CA certificates of the instance',
  }, path);
}
