import * as fc from 'fast-check';
import { Criticality, NetworkPolicies, Pods, TcpProvider, TcpService, Workload, WorkloadStanding } from '../../src';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';
import { mayReach, Pod } from './reachability';

const ELSEWHERE: Pod = { namespace: 'b', labels: { app: 'nobody' }, address: '10.0.0.99' };
const THIRD_PARTY: Pod = { namespace: 'internet', labels: {}, address: '203.0.113.7' };

interface Given {
  readonly made: { app: number; namespace: string; guarded: boolean; outside: boolean }[];
  readonly provided: { by: number; port: number; targetPort: number }[];
  readonly used: [number, number][];
}

/** Workloads in two namespaces, those of one number with the same labels in both, and who provides and uses which service. */
const topologies: fc.Arbitrary<Given> = fc.record({
  made: fc.uniqueArray(
    fc.record({ app: fc.nat(3), namespace: fc.constantFrom('a', 'b'), guarded: fc.boolean(), outside: fc.boolean() }),
    { minLength: 1, maxLength: 7, selector: ({ app, namespace }) => `${app} ${namespace}` }),
  provided: fc.array(fc.record({ by: fc.nat(6), port: fc.constantFrom(80, 81), targetPort: fc.constantFrom(8080, 8081, 80) }), { maxLength: 5 }),
  used: fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 12 }),
});

/** Declares it and emits it; `edges` are `<source> <target> <port of the pods>`. */
function declare(given: Given) {
  const { topology, chart } = new Declaration();
  const thirdParty = new TcpService(topology, 'third-party', { provider: TcpProvider.external({ host: 'x.example.com', port: 636, cidrs: ['203.0.113.7/32'] }) });
  const all = given.made.map(({ app, namespace, guarded }) => new Workload(topology, `w${app}-${namespace}`, {
    namespace, standing: guarded ? WorkloadStanding.GUARDED : WorkloadStanding.FOREIGN, pods: Pods.fromLabels({ labels: { app: `w${app}` } }),
  }));
  given.made.forEach(({ outside }, nth) => outside && all[nth].uses(thirdParty));
  const edges = new Set<string>();
  const declared = new Set<string>();
  const offered = given.provided.map(({ by, port, targetPort }, nth) => ({
    by: by % all.length, targetPort,
    service: new TcpService(topology, `s${nth}`, { provider: TcpProvider.workload(all[by % all.length], { port, targetPort }) }),
  }));
  for (const [from, to] of given.used) {
    const source = from % all.length;
    const { by, targetPort, service } = offered[to % offered.length] ?? {};
    if (!service || declared.has(`${source} ${service.name}`)) continue;
    declared.add(`${source} ${service.name}`);
    all[source].uses(service, { criticality: Criticality.OPTIONAL });
    edges.add(`${source} ${by} ${targetPort}`);
  }
  new NetworkPolicies(chart, 'network', { topology });
  const pods = given.made.map(({ app, namespace }, nth): Pod => ({ namespace, labels: { 'app': `w${app}`, 'pod-template-hash': 'x' }, address: `10.0.0.${nth}` }));
  return { policies: emitted(chart, 'NetworkPolicy'), edges, pods };
}

test('who reaches whom, on which port, is exactly what is declared, for every random topology', () => {
  fc.assert(fc.property(topologies, given => {
    const { policies, edges, pods } = declare(given);
    pods.forEach((source, from) => pods.forEach((target, to) => {
      for (const port of [80, 81, 8080, 8081, 9999]) {
        const unguarded = !given.made[from].guarded && !given.made[to].guarded;
        expect([from, to, port, mayReach(policies, source, target, port)]).toEqual([from, to, port, unguarded || edges.has(`${from} ${to} ${port}`)]);
      }
    }));
  }), { numRuns: 60 });
});

test('pods that are not declared reach no guarded workload, and third parties are reached by those only that declare it', () => {
  fc.assert(fc.property(topologies, given => {
    const { policies, pods } = declare(given);
    pods.forEach((pod, nth) => {
      const { guarded, outside } = given.made[nth];
      expect(mayReach(policies, ELSEWHERE, pod, 8080)).toBe(!guarded);
      expect(mayReach(policies, pod, ELSEWHERE, 8080)).toBe(!guarded);
      expect([636, 443].map(port => mayReach(policies, pod, THIRD_PARTY, port))).toEqual([!guarded || outside, !guarded]);
    });
  }), { numRuns: 40 });
});
