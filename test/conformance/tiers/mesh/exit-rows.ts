import { CLEAR, GUARDED, SEALED } from '../../fixtures/exits';
import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Outcome, Seen } from '../../pod-program/orders';
import { all, counts } from './counts';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const CALLS = 5;
const PAYMENTS = 'payments.example.com';
const ofSidecar = (name: string) => ({ kind: 'VirtualService', name, namespace: 'exits' });
const ofGateway = (host: string) => ({ kind: 'VirtualService', name: `exit.${host}.relayed`, namespace: 'exits' });
/** Not through the gateway. */
const straight = (host: string, port: number) => ({ spec }: Manifest) => {
  for (const route of [...spec.http ?? [], ...spec.tls ?? []]) route.route = [{ destination: { host, port: { number: port } } }];
};

/** What a third party sees of requests that `clerk` sends where it is told. */
async function asked(world: MeshWorld, host: keyof typeof THIRD_PARTIES, port: number, url: string): Promise<Outcome & { readonly there: Seen }> {
  const at = { address: THIRD_PARTIES[host], port };
  await world.outside.ask('forget', at);
  const outcome = await world.pod('clerk').ask('send', { url, count: CALLS, headers: { host } });
  const there = await world.outside.ask('seen', at);
  await world.outside.ask('forget', at);
  return { ...outcome, there };
}

function came(world: MeshWorld, { statuses, there }: { readonly statuses: Outcome['statuses']; readonly there: Seen }) {
  const isGateway = there.addresses.join() === world.address('exit');
  return { seen: `${counts(statuses)}, from ${isGateway ? 'the gateway' : there.addresses.join() || 'nobody'}`, holds: all({ statuses }, CALLS, '200') && isGateway };
}

/** What leaves the mesh by a gateway. */
export const EXIT_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'relays() of a third party in the clear: its requests come from the gateway, and from nobody else',
    async observe(world) {
      return came(world, await asked(world, CLEAR, 80, world.told('clerk', 'CLEAR_URL')));
    },
    brokenBy: mutate(ofSidecar('clear'), 'straight there', straight(CLEAR, 80)),
  },
  {
    behaviour: 'relays() of a third party by TLS that the mesh starts: the gateway starts it, and the third party is asked by its own name',
    async observe(world) {
      const outcome = await asked(world, PAYMENTS, 443, world.told('clerk', 'PAYMENTS_URL'));
      const { seen, holds } = came(world, outcome);
      return { seen: `${seen}, TLS for ${outcome.there.serverNames.join()}`, holds: holds && outcome.there.serverNames.join() === PAYMENTS };
    },
    brokenBy: mutate(ofSidecar('payments'), 'straight there', straight(PAYMENTS, 80)),
  },
  {
    behaviour: 'relays() of a third party by the client\'s own TLS: the gateway passes it on by the name that the client asks for',
    async observe(world) {
      const outcome = await asked(world, SEALED, 443, world.told('clerk', 'LEDGER_URL'));
      const { seen, holds } = came(world, outcome);
      return { seen: `${seen}, TLS for ${outcome.there.serverNames.join()}`, holds: holds && outcome.there.serverNames.join() === SEALED };
    },
    brokenBy: mutate(ofGateway(SEALED), 'of another name', ({ spec }) => { spec.hosts = ['elsewhere.example.com']; spec.tls[0].match[0].sniHosts = spec.hosts; }),
  },
  {
    behaviour: 'relays() with clientCertificateSecret: a third party that lets in whoever shows a certificate lets in the gateway',
    async observe(world) {
      return came(world, await asked(world, GUARDED, 443, world.told('clerk', 'GUARDED_URL')));
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'guarded', namespace: 'exits' }, 'no certificate is shown', ({ spec }) => {
      const [{ tls }] = spec.trafficPolicy.portLevelSettings ?? [spec.trafficPolicy];
      Object.assign(tls, { mode: 'SIMPLE', caCertificates: 'system' });
      delete tls.credentialName;
    }),
  },
  {
    behaviour: 'a caller\'s timeout acts at its sidecar, whatever is between: after 500 ms it gets 504',
    async observe(world) {
      const at = { address: THIRD_PARTIES[CLEAR], port: 80 };
      await world.outside.ask('answer', { ...at, delay: 3_000 });
      const { statuses, longest } = await world.pod('clerk').ask('send', { url: world.told('clerk', 'CLEAR_URL'), count: 1 });
      await world.outside.ask('forget', at);
      return { seen: `${counts(statuses)} after ${Math.round(longest / 100) / 10} s`, holds: all({ statuses }, 1, '504') && longest < 1_500 };
    },
    brokenBy: mutate(ofSidecar('clear'), 'no timeout', ({ spec }) => { for (const route of spec.http) delete route.timeout; }),
  },
];
