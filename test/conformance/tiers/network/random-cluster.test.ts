import { Plan, PlannedService, PlannedWorkload } from '../../fixtures/random-plan';
import { NetworkWorld } from './network-world';
import { questionsOf, randomCluster } from './random-cluster';

const workload = (id: string, guarded = true): PlannedWorkload => ({ id, namespace: 'a', app: id, pods: 'elsewhere', guarded });
const [web, api] = [workload('web'), workload('api', false)];

function planned(services: Partial<Plan> & { readonly provider: PlannedService['provider'] }): Plan {
  const { provider, ...others } = services;
  return { name: 'x', namespaces: ['a'], workloads: [web, api], services: [{ id: 's', kind: 'kafka', provider, consumers: [web] }], mesh: false, ownDns: false, ...others };
}

function edges(random: Plan): string[] {
  return randomCluster(new NetworkWorld(), random).edges.map(({ from, to, port, transport }) => `${from} -> ${to} ${transport} ${port}`);
}

const dns = ['a/web -> the DNS TCP 53', 'a/web -> the DNS UDP 53'];

test.each<[string, PlannedService['provider'], string[]]>([
  ['a workload, on the port of its pods', { by: 'workload', workload: api, port: 80, targetPort: 8080 }, ['a/web -> a/api TCP 8080']],
  ['an operator', { by: 'operator', cluster: 'c', namespace: 'k', port: 9093 }, ['a/web -> k/c-kafka TCP 9093']],
  ['another team, on the port of its pods', { by: 'another team', service: 'x', namespace: 'b', port: 80, targetPort: 8080, labels: { app: 'x' } }, ['a/web -> b/x TCP 8080']],
  ['nobody, if the labels of another team\'s pods are not known', { by: 'another team', service: 'x', namespace: 'b', port: 80, targetPort: 8080 }, []],
  ['a third party that may be anywhere', { by: 'third party', host: 'x.example.com', port: 443 }, ['a/web -> anywhere TCP 443']],
])('an edge leads to %s, and guarded workloads reach the DNS', (_, provider, expected) => {
  expect(edges(planned({ provider }))).toEqual([...expected, ...dns]);
});

test('with a mesh, guarded workloads reach its control plane, and with a DNS of its own that one', () => {
  const provider = { by: 'workload', workload: api, port: 1, targetPort: 1 } as const;
  expect(edges(planned({ provider, mesh: true, ownDns: true }))).toEqual(
    ['a/web -> a/api TCP 1', 'a/web -> the DNS TCP 5353', 'a/web -> the DNS UDP 5353', 'a/web -> the control plane TCP 15012']);
});

test('it is asked of all policies together, and of each guarded workload\'s by itself', () => {
  const random = planned({ provider: { by: 'workload', workload: api, port: 80, targetPort: 8080 } });
  const questions = questionsOf(randomCluster(new NetworkWorld(), random), random);
  expect(questions.map(({ only }) => only)).toEqual([undefined, 'a/web']);
  expect(questions[0].flows.map(({ from, to }) => `${from.owner} -> ${to.owner}`)).toEqual(expect.arrayContaining(['a/api -> a/web', 'a/web -> a/web', 'a stranger -> a stranger']));
});
