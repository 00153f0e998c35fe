import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin, seenBy } from '../../../clients/everybody';
import { isRedisUser, Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { REDIS_SERVER } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { programs } from './declaration';
import { DATABASE, SENTINELS, SERVERS, startWatched, WATCHED_BY } from './server';

const PROGRAMS = join(__dirname, 'programs');
const REDIS_PY = python('redis-py', join(PROGRAMS, 'redis-py-sentinel.py'));
const NODE_REDIS = node('node-redis', join(PROGRAMS, 'node-redis-sentinel.mjs'));
const IOREDIS = node('ioredis', join(PROGRAMS, 'ioredis-sentinel.mjs'));

const template = (name: string, key: string, says: string, text: string) => changeTemplate('redis-sentinel', `${name}-cache`, key, says, () => text);

const variable = (deployment: string, name: string, value: string) => changeVariable(deployment, 'redis-sentinel', name, `is ${value}`, told => { told.value = value; });

const inDatabase = ({ username }: Login) => `${username} in ${DATABASE}`;

/** Everyone is told in the same words, and each client has its own for them. */
const asked = (client: Client, deployment: string) => ({ client, namespace: 'redis-sentinel', deployment, asks: ['CACHE'] });

const enters = (behaviour: string, client: Client, deployment: string, brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, asked(client, deployment), inDatabase, brokenBy));

export const REDIS_SENTINEL_TIER = attachedTier({
  name: 'redis-sentinel',
  real: ['Redis 7.0 with two sentinels, a master and a replica, with TLS', 'redis-py 8', 'node-redis 6', 'ioredis 5'],
  needs: [REDIS_SERVER],
  declare: programs,
  service: {
    isUser: isRedisUser,
    hosts: [...SENTINELS, ...SERVERS],
    start: startWatched,
    stored: (login, ca) => ({ 'ClusterSecretStore vault': { 'redis/cache': { ...login, ca }, 'redis/sentinels': { ...WATCHED_BY } } }),
  },
  rows: [
    enters("redis-py's Sentinel asks which server is the master, and enters a database of it with hostile users and passwords", REDIS_PY, 'python',
      template('python', 'sentinel-password', 'the password of the servers for the sentinels too', '{{ .password }}')),
    {
      behaviour: "node-redis's createSentinel does",
      /** Fewer of them but in a nightly run: it makes all its commands anew for each client, which takes a processor 0.15 s. */
      async observe(world) {
        const logins = world.isNightly ? world.logins : world.logins.slice(0, 100);
        return seenBy(await world.ask(asked(NODE_REDIS, 'node-redis'), logins), logins.map(inDatabase));
      },
      brokenBy: variable('node-redis', 'CACHE_DATABASE', '0'),
    },
    enters('ioredis does', IOREDIS, 'ioredis', template('ioredis', 'username', 'the user percent-encoded', '{{ .username | urlquery }}')),
  ],
});
