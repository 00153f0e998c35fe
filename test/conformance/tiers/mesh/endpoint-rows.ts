import { KNOWN } from '../../fixtures/exits';
import { ENDPOINTS, UNKNOWN_TO_DNS } from '../../fixtures/third-parties';
import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Load, Seen } from '../../pod-program/orders';
import { all, counts } from './counts';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const CALLS = 20;
const BY_DNS = THIRD_PARTIES['vault.example.com'];
const askDns = ({ spec }: Manifest) => {
  spec.resolution = 'DNS';
  delete spec.endpoints;
};

/** Third parties whose servers stand at addresses that are told. */
export const ENDPOINT_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'endpoints: requests are spread over these addresses, whatever DNS says of the host; the mesh starts TLS there and names the host',
    async observe(world) {
      const { seen, holds, servers } = await sent(world, 'caller', { url: world.told('caller', 'VAULT_URL') });
      return { seen, holds: holds && servers.every(({ serverNames }) => serverNames.join() === KNOWN) };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'vault', namespace: 'resilience' }, 'the host is looked up', askDns),
  },
  {
    behaviour: 'endpoints of a host that no DNS knows: requests under its name reach them, whatever address a program sends them to',
    async observe(world) {
      const { seen, holds } = await sent(world, 'caller', { url: `http://${BY_DNS}`, headers: { host: UNKNOWN_TO_DNS } });
      return { seen, holds };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'cellar' }, 'another host', ({ spec }) => { spec.hosts = ['attic.example.com']; }),
  },
  {
    behaviour: 'endpoints of a TCP service: connections to its port go to these addresses, whatever DNS says of the host',
    async observe(world) {
      const target = { host: world.told('caller', 'TAPE_HOST'), port: Number(world.told('caller', 'TAPE_PORT')), text: 'tape'.repeat(25) };
      await forget(world, target.port);
      const ends = await Promise.all(Array.from({ length: CALLS }, () => world.pod('caller').ask('exchange', target)));
      const { servers, byDns } = await there(world, target.port);
      const bytes = servers.map(server => server.bytes);
      return {
        seen: `${ends.filter(end => end === 'echoed').length} x echoed, ${bytes.join(' and ')} bytes at the endpoints, ${byDns.bytes} where DNS leads`,
        holds: ends.every(end => end === 'echoed') && bytes.every(count => count > 0) && byDns.connections === 0,
      };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'tape' }, 'the host is looked up', askDns),
  },
  {
    behaviour: 'relays() of a third party with endpoints: the gateway connects to these addresses, whatever DNS says of the host',
    async observe(world) {
      const { seen, holds, servers } = await sent(world, 'clerk', { url: world.told('clerk', 'VAULT_URL') });
      const isGateway = servers.every(({ addresses }) => addresses.join() === world.address('exit'));
      return { seen: `${seen}, from ${isGateway ? 'the gateway' : 'elsewhere'}`, holds: holds && isGateway };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'vault', namespace: 'exits' }, 'the host is looked up', askDns),
  },
];

/** What becomes of requests, and of the servers at the endpoints and the one where DNS leads. */
async function sent(world: MeshWorld, pod: string, load: Load) {
  await forget(world, 443);
  const { statuses } = await world.pod(pod).ask('send', { ...load, count: CALLS });
  const { servers, byDns } = await there(world, 443);
  return {
    servers, seen: `${counts(statuses)}, ${servers.map(({ requests }) => requests).join(' and ')} at the endpoints, ${byDns.requests} where DNS leads`,
    holds: all({ statuses }, CALLS, '200') && servers.every(({ requests }) => requests > 0) && byDns.connections === 0,
  };
}

async function there(world: MeshWorld, port: number): Promise<{ readonly servers: Seen[]; readonly byDns: Seen }> {
  const [byDns, ...servers] = await Promise.all([BY_DNS, ...ENDPOINTS].map(address => world.outside.ask('seen', { address, port })));
  await forget(world, port);
  return { servers, byDns };
}

async function forget(world: MeshWorld, port: number): Promise<void> {
  await Promise.all([BY_DNS, ...ENDPOINTS].map(address => world.outside.ask('forget', { address, port })));
}
