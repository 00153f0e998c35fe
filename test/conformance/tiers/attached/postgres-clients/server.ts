import { Login } from '../../../clients/hostile-logins';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { Postgres } from '../../../systems/postgres';
import { AttachedServer } from '../attached-world';
import { DATABASE, HOST } from './declaration';

/** A PostgreSQL server that everybody enters who has a login; its standby is for nobody here. */
export async function startPostgres(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  const server = await Postgres.start(['127.0.0.1', '127.0.0.2'], await authority.sign(HOST));
  await server.execute(`create database "${DATABASE}"`);
  await server.createUsers(logins);
  return server;
}
