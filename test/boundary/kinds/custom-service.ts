import { CustomProvider, CustomService, Protocol, ServiceShape, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

const at = { port: 1883, protocol: Protocol.TCP };
const told = { bindingType: 'mqtt', entries: { url: 'mqtt://{servers}' }, shape: ServiceShape.BROKER, clientRouted: false, maxConnections: 97 };

export const CUSTOM = {
  'CustomService#bind': bench => ({ on: new CustomService(bench.topology, 'a', { ...told, provider: CustomProvider.workload(bench.web, at) }), args: [request(bench)] }),
  'CustomProvider.external': () => ({ args: [{
    ...at, ...entered(), host: 'a.example.com', otherHosts: ['b.example.com'], furtherHosts: ['c.example.com'], tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS,
  }] }),
  'CustomProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...at }] }),
  'CustomProvider.workload': bench => servedBy(bench, at),
  'new CustomService': bench => service(bench, { ...told, provider: CustomProvider.workload(bench.web, at) }),
} satisfies Partial<Record<CallName, Baselines>>;
