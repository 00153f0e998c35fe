import { Login } from '../../clients/hostile-logins';
import { cloudNativePgHosts } from '../../stand-ins/cloud-native-pg';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { resolve } from '../../systems/names';
import { Postgres } from '../../systems/postgres';
import { Redis } from '../../systems/redis';
import { Logins, OWNER, READER, WRITER } from './credentials';

/** Addresses of the writable servers, and of the others: the standby of PostgreSQL, and a Redis that another authority vouches for. */
const [MAIN, OTHER] = ['127.0.0.1', '127.0.0.2'] as const;

/** Names that lead to the standby. */
const REPLICA = cloudNativePgHosts('ledger', 'access').filter(host => host.startsWith('ledger-ro'));
const OPERATED = [['books', 'books'], ['shop', 'shop'], ['ledger', 'access'], ['stranger', 'impostors']].flatMap(([cluster, namespace]) => (
  cloudNativePgHosts(cluster, namespace)));
const DATABASES = ['books.db.example.com', 'archive.db.example.com', 'journal.db.example.com', 'pieces.db.example.com', 'named.db.example.com'] as const;
const CACHES = ['redis.example.com', 'cache.example.com', 'sessions.example.com', 'named.cache.example.com', 'plain.cache.example.com'] as const;

/** One PostgreSQL server with a standby stands for all databases, and one Redis for all caches: every user can enter each. */
export class Servers {
  public static async start(logins: readonly Logins[]): Promise<Servers> {
    const [authority, another] = [await CertificateAuthority.create('authority'), await CertificateAuthority.create('another-authority')];
    await resolve(OTHER, [...REPLICA, 'stranger.cache.example.com']);
    await resolve(MAIN, [...OPERATED.filter(host => !REPLICA.includes(host)), ...DATABASES, ...CACHES]);
    await resolve(MAIN, [...cloudNativePgHosts('renamed', 'impostors'), 'renamed.cache.example.com', 'own.db.example.com']);
    const [postgres, redis, stranger] = await Promise.all([
      authority.sign(...DATABASES, ...OPERATED).then(pair => Postgres.start([MAIN, OTHER], pair)),
      authority.sign(...CACHES).then(pair => Redis.start(MAIN, pair)),
      another.sign('stranger.cache.example.com').then(pair => Redis.start(OTHER, pair)),
    ]);
    await Promise.all([
      fillPostgres(postgres, logins.map(login => login.postgres)),
      fillRedis(redis, logins.map(login => login.redis)),
      fillRedis(stranger, [logins[0].redis]),
    ]);
    return new Servers([postgres, redis, stranger], authority.certificate, another.certificate);
  }

  private constructor(
    private readonly systems: readonly (Postgres | Redis)[],
    /** The certificate of the authority that vouches for all but the stranger. */
    public readonly authority: string,
    public readonly anotherAuthority: string,
  ) {}

  public async stop(): Promise<void> {
    await Promise.all(this.systems.map(system => system.stop()));
  }
}

async function fillPostgres(server: Postgres, logins: readonly Login[]): Promise<void> {
  await server.createUsers([WRITER, READER, OWNER, ...logins]);
  await server.execute(['app', 'books', 'archive 100 % ü', 'journal'].map(name => `create database "${name}"`).join(';\n'));
  const notes = 'create table notes (text text)';
  await server.execute(`${notes}; grant select, insert on notes to ${WRITER.username}; grant select on notes to ${READER.username}`, 'journal');
  await server.execute(`${notes}; alter table notes owner to ${OWNER.username}`, 'app');
}

/** Who names no user is the default one, which every password opens. */
async function fillRedis(server: Redis, logins: readonly Login[]): Promise<void> {
  const user = ({ username, password }: Login, ...rights: string[]) => ['ACL', 'SETUSER', username, 'on', `>${password}`, '~*', ...rights];
  const everybody = ['ACL', 'SETUSER', 'default', 'reset', 'on', ...logins.map(({ password }) => `>${password}`), '~*', '+@all'];
  await server.send([everybody, user(READER, '+@read', '+@connection'), ...[WRITER, ...logins].map(login => user(login, '+@all'))]);
}
