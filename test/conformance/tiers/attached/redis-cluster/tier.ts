import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { isRedisUser, Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { REDIS_SERVER } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { programs } from './declaration';
import { NODES, startCluster } from './server';

const PROGRAMS = join(__dirname, 'programs');
const REDIS_PY = python('redis-py', join(PROGRAMS, 'redis-py-cluster.py'));
const NODE_REDIS = node('node-redis', join(PROGRAMS, 'node-redis-cluster.mjs'));
const IOREDIS = node('ioredis', join(PROGRAMS, 'ioredis-cluster.mjs'));

const template = (name: string, key: string, says: string, change: (template: string) => string) => changeTemplate('redis-cluster', `${name}-ranks`, key, says, change);

const variable = (deployment: string, name: string, says: string, change: (value: string) => string) => (
  changeVariable(deployment, 'redis-cluster', name, says, told => { told.value = change(told.value!); }));

const enters = (behaviour: string, question: { client: Client; deployment: string; asks: readonly string[] }, brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { ...question, namespace: 'redis-cluster' }, ({ username }) => `${username} at ${NODES.length}`, brokenBy));

export const REDIS_CLUSTER_TIER = attachedTier({
  name: 'redis-cluster',
  real: ['Redis 7.0 as a cluster of three nodes, with TLS', 'redis-py 8', 'node-redis 6', 'ioredis 5'],
  needs: [REDIS_SERVER],
  declare: programs,
  service: {
    /** Each of them asks one node and enters three: a thousand connections, as elsewhere. */
    users: 250,
    isUser: isRedisUser,
    hosts: NODES,
    start: startCluster,
    stored: (login, ca) => ({ 'ClusterSecretStore vault': { 'redis/ranks': { ...login, ca } } }),
  },
  rows: [
    enters("redis-py's RedisCluster.from_url enters each node with hostile users and passwords, of which the URL tells the first",
      { client: REDIS_PY, deployment: 'python', asks: ['RANKS_URL', 'RANKS_CA_FILE'] },
      template('python', 'uri', 'without the replacement of "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters("node-redis's createCluster enters each by a list of nodes, user and password: it forgets those of a URL as it dials the others",
      { client: NODE_REDIS, deployment: 'node-redis', asks: [] },
      variable('node-redis', 'REDIS_NODES', 'with another port', value => value.replaceAll(':6379', ':6380'))),
    enters("ioredis's Cluster enters each by the same, once it is told to keep the names of the nodes",
      { client: IOREDIS, deployment: 'ioredis', asks: [] },
      template('ioredis', 'password', 'the password percent-encoded', () => '{{ .password | urlquery }}')),
  ],
});
