import { Login } from '../../../clients/hostile-logins';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { resolve } from '../../../systems/names';
import { amongServers, Redis } from '../../../systems/redis';
import { startSentinel } from '../../../systems/redis-sentinel';
import { AttachedServer } from '../attached-world';

export const MASTER = 'shop';
export const DATABASE = 3;
export const SENTINELS = ['sentinel-1.cache.example.com', 'sentinel-2.cache.example.com'] as const;
/** The first is the replica. */
export const SERVERS = ['server-1.cache.example.com', 'server-2.cache.example.com'] as const;
/** Who enters the sentinels, which have users of their own. */
export const WATCHED_BY: Login = { username: 'wat+cher%@/:', password: 'w@t/ch:?#%+ ü&="\\' };

const [REPLICA, MASTER_HOST] = SERVERS;
const ADDRESSES = ['127.0.0.1', '127.0.0.2'] as const;

/** A replica, a master and two sentinels. Only the master knows the users. */
export async function startWatched(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  await resolve(ADDRESSES[1], [SENTINELS[1], MASTER_HOST]);
  const replicating = ['--tls-replication', 'yes', ...amongServers(authority.file)];
  const master = await Redis.start(ADDRESSES[1], await authority.sign(MASTER_HOST), [...replicating, '--replica-announce-ip', MASTER_HOST]);
  const replica = await Redis.start(ADDRESSES[0], await authority.sign(REPLICA), [...replicating, '--replica-announce-ip', REPLICA, '--replicaof', MASTER_HOST, '6379']);
  await master.letIn(logins);
  const watched = { master: { name: MASTER, host: MASTER_HOST }, login: WATCHED_BY };
  const sentinels = await Promise.all(SENTINELS.map((host, i) => startSentinel({ ...watched, address: ADDRESSES[i], host }, authority)));
  return { stop: async () => { await Promise.all([...sentinels, replica, master].map(system => system.stop())); } };
}
