import { Login } from '../../../clients/hostile-logins';
import { eventually } from '../../../harness/eventually';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { resolve } from '../../../systems/names';
import { amongServers, Redis } from '../../../systems/redis';
import { AttachedServer } from '../attached-world';

export const NODES = ['node-1.ranks.example.com', 'node-2.ranks.example.com', 'node-3.ranks.example.com'] as const;

const ADDRESSES = ['127.0.0.1', '127.0.0.2', '127.0.0.3'] as const;
/** Each node has a third of them. Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/ */
const SLOTS = [['0', '5460'], ['5461', '10922'], ['10923', '16383']] as const;

/** Three nodes without replicas, which name each other by host to clients. */
export async function startCluster(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  for (const [i, host] of NODES.entries()) await resolve(ADDRESSES[i], [host]);
  const nodes = await Promise.all(NODES.map(async (host, i) => Redis.start(ADDRESSES[i], await authority.sign(host), [
    '--cluster-enabled', 'yes', '--tls-cluster', 'yes', '--bind-source-addr', ADDRESSES[i], ...amongServers(authority.file),
    '--cluster-announce-hostname', host, '--cluster-preferred-endpoint-type', 'hostname',
  ])));
  for (const [i, node] of nodes.entries()) {
    await node.ask('cluster', 'addslotsrange', ...SLOTS[i]);
    await node.ask('cluster', 'set-config-epoch', String(i + 1));
    await node.letIn(logins);
  }
  for (const address of ADDRESSES.slice(1)) await nodes[0].ask('cluster', 'meet', address, '6379', '16379');
  await eventually('each node knows all', async () => (await Promise.all(nodes.map(knowsAll))).every(knows => knows), 60_000);
  return { stop: async () => { await Promise.all(nodes.map(node => node.stop())); } };
}

async function knowsAll(node: Redis): Promise<boolean> {
  const [info, slots] = [await node.ask('cluster', 'info'), await node.ask('cluster', 'slots')];
  return info.includes('cluster_state:ok') && NODES.every(host => slots.includes(host));
}
