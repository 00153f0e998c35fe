import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin, seenBy } from '../../../clients/everybody';
import { isRedisUser, Login } from '../../../clients/hostile-logins';
import { Mutation, mutate } from '../../../harness/mutation';
import { REDIS_SERVER } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { programs } from './declaration';
import { DATABASE, SENTINELS, SERVERS, startWatched, WATCHED_BY } from './server';

const PROGRAMS = join(__dirname, 'programs');
const REDIS_PY = python('redis-py', join(PROGRAMS, 'redis-py-sentinel.py'));
const NODE_REDIS = node('node-redis', join(PROGRAMS, 'node-redis-sentinel.mjs'));
const IOREDIS = node('ioredis', join(PROGRAMS, 'ioredis-sentinel.mjs'));

const template = (name: string, key: string, says: string, text: string): Mutation => (
  mutate({ kind: 'ExternalSecret', name: `${name}-cache`, namespace: 'redis-sentinel' }, says, ({ spec }) => { spec.target.template.data[key] = text; }));

const variable = (deployment: string, name: string, value: string): Mutation => (
  mutate({ kind: 'Deployment', name: deployment, namespace: 'redis-sentinel' }, `${name} is ${value}`, ({ spec: { template: { spec } } }) => {
    spec.containers[0].env.find((other: { name: string }) => other.name === name).value = value;
  }));

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
