import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { sentOutside } from './sent-outside';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const PAYMENTS = { name: 'payments', namespace: 'shop' };
const CHARGES = '/v2/charges';

/** Third parties. */
export const OUTSIDE_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'HttpProvider.external("https://..."): the declared consumer reaches the third party, the mesh starts TLS and names the host',
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'orders', 'payments.example.com', { url: world.told('orders', 'PAYMENTS_URL'), path: CHARGES, method: 'POST' });
      return { seen: `${counts(statuses)}, TLS for ${seen.serverNames.join()}`, holds: all({ statuses }, 1, '200') && seen.serverNames.join() === 'payments.example.com' };
    },
    brokenBy: mutate({ kind: 'DestinationRule', ...PAYMENTS }, 'another server name', ({ spec }) => { spec.trafficPolicy.tls.sni = 'www.example.com'; }),
  },
  {
    behaviour: 'an operation of a third party that takes an Idempotency-Key is repeated, also as a POST',
    async observe(world) {
      await world.outside.ask('answer', { address: THIRD_PARTIES['payments.example.com'], port: 443, status: 503 });
      const { statuses, seen } = await sentOutside(world, 'orders', 'payments.example.com', { url: world.told('orders', 'PAYMENTS_URL'), path: CHARGES, method: 'POST' });
      return { seen: `${counts(statuses)} after ${seen.requests} tries`, holds: seen.requests === 3 };
    },
    brokenBy: mutate({ kind: 'VirtualService', ...PAYMENTS }, 'no attempts', ({ spec }) => { spec.http[0].retries = { attempts: 0 }; }),
  },
  {
    behaviour: 'an operation of a third party that was not declared gets 403 and does not leave the pod',
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'orders', 'payments.example.com', { url: world.told('orders', 'PAYMENTS_URL'), path: `${CHARGES}/1` });
      return { seen: `${counts(statuses)}, ${seen.requests} requests outside`, holds: all({ statuses }, 1, '403') && seen.requests === 0 };
    },
    brokenBy: mutate({ kind: 'VirtualService', ...PAYMENTS }, 'the last route leads out', ({ spec }) => {
      const last = spec.http.at(-1);
      delete last.directResponse;
      last.route = spec.http[0].route;
    }),
  },
  {
    behaviour: 'two consumers of a third party declared different operations: each reaches its own, and not that of the other',
    async observe(world) {
      const read = await ledger(world, 'caller', 'GET');
      const added = await ledger(world, 'hasty', 'POST');
      const others = [await ledger(world, 'caller', 'POST'), await ledger(world, 'hasty', 'GET')];
      const told = others.map(({ statuses, seen }) => `${counts(statuses)} with ${seen.requests} requests outside`).join(', ');
      return {
        seen: `${counts(read.statuses)} and ${counts(added.statuses)}; of the other ${told}`,
        holds: all(read, 1, '200') && all(added, 1, '200') && others.every(({ seen }) => seen.requests === 0),
      };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'ledger' }, 'one may do what the other may', ({ spec: { http } }) => {
      http.find((route: { readonly name: string }) => route.name === 'caller-all').match[0].sourceLabels = { app: 'hasty' };
    }),
  },
  {
    behaviour: 'a workload of the same namespace that declared no operation of that third party gets 403',
    async observe(world) {
      const { statuses, seen } = await ledger(world, 'backend', 'GET');
      return { seen: `${counts(statuses)}, ${seen.requests} requests outside`, holds: all({ statuses }, 1, '403') && seen.requests === 0 };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'ledger' }, 'without the last route', ({ spec }) => { spec.http.pop(); }),
  },
  unproven('a third party with a certificate of an unknown authority gets no request', 'impostor.example.com',
    mutate({ kind: 'DestinationRule', name: 'impostor' }, 'nothing is verified', ({ spec }) => {
      spec.trafficPolicy.tls = { mode: 'SIMPLE', sni: 'impostor.example.com', insecureSkipVerify: true };
    })),
  unproven('a third party with a certificate of another name gets no request', 'renamed.example.com',
    mutate({ kind: 'DestinationRule', name: 'renamed' }, 'another name is expected', ({ spec }) => { spec.trafficPolicy.tls.subjectAltNames = ['someone-else.example.com']; })),
  {
    behaviour: 'TlsOrigination.CLIENT: the consumer starts TLS, and the mesh passes it on to the declared host',
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'caller', 'end-to-end.example.com', { url: world.told('caller', 'END_TO_END_URL') });
      return { seen: `${counts(statuses)}, TLS for ${seen.serverNames.join()}`, holds: all({ statuses }, 1, '200') };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'end-to-end' }, 'another port', ({ spec }) => { spec.ports[0].number = 8443; }),
  },
  {
    behaviour: 'a host that nobody declared is not reached, with TLS or without',
    async observe(world) {
      const secure = await sentOutside(world, 'caller', 'undeclared.example.com', { url: 'https://undeclared.example.com' });
      const plain = await world.pod('caller').ask('send', { url: 'http://undeclared.example.com' });
      return { seen: `https ${counts(secure.statuses)}, http ${counts(plain.statuses)}, ${secure.seen.connections} connections outside`, holds: !secure.statuses['200'] && !plain.statuses['200'] && secure.seen.connections === 0 };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'end-to-end' }, 'the host is declared', ({ spec }) => { spec.hosts.push('undeclared.example.com'); }),
  },
  {
    behaviour: 'what one namespace declared, another does not reach',
    async observe(world) {
      const { statuses } = await sentOutside(world, 'caller', 'payments.example.com', { url: world.told('orders', 'PAYMENTS_URL'), path: CHARGES, method: 'POST' });
      return { seen: counts(statuses), holds: all({ statuses }, 1, '502') };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', ...PAYMENTS }, 'exported to every namespace', ({ spec }) => { spec.exportTo = ['*']; }),
  },
];

function unproven(behaviour: string, host: keyof typeof THIRD_PARTIES, brokenBy: Row<MeshWorld>['brokenBy']): Row<MeshWorld> {
  return {
    behaviour,
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'caller', host, { url: world.told('caller', `${host.split('.')[0].toUpperCase()}_URL`) });
      return { seen: `${counts(statuses)}, ${seen.requests} requests outside`, holds: all({ statuses }, 1, '503') && seen.requests === 0 };
    },
    brokenBy,
  };
}

async function ledger(world: MeshWorld, pod: string, method: 'GET' | 'POST') {
  return sentOutside(world, pod, 'ledger.example.com', { url: world.told('caller', 'LEDGER_URL'), path: method === 'GET' ? '/entries/1' : '/entries', method });
}
