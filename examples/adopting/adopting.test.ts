import { Synthesized } from '../synthesized';
import { adopting, Step } from './adopting';

const at = (step: Step, everyCaller = true) => new Synthesized('adopting', 'library', chart => adopting(chart, step, everyCaller));
const emitted = (step: Step) => at(step).objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

/** What the hand-written YAML holds. */
const RUNNING = ['Deployment catalog', 'Service catalog', 'Deployment web', 'Service web', 'CronJob reindex'];

test('bound: nothing is added, and containers are told where the catalog is', () => {
  expect(emitted(Step.BOUND).sort()).toEqual([...RUNNING].sort());
  const { env } = at(Step.BOUND).container('web');
  expect(env).toEqual([{ name: 'CATALOG_URL', value: 'http://catalog.library.svc' }, { name: 'LOG_LEVEL', value: 'info' }]);
});

test('ruled: traffic is ruled, and nobody is shut out', () => {
  const added = emitted(Step.RULED).filter(object => !RUNNING.includes(object));
  expect(added.filter(object => /^(AuthorizationPolicy|NetworkPolicy)/.test(object))).toEqual([]);
  expect(at(Step.RULED).spec('VirtualService', 'catalog').http[0]).toMatchObject({ timeout: '5s' });
});

test('guarded: who is declared is let in, the job of every night among them', () => {
  const { source } = at(Step.GUARDED).spec('AuthorizationPolicy', 'catalog').rules[0].from[0];
  expect(source.principals).toEqual(['cluster.local/ns/library/sa/reindex', 'cluster.local/ns/library/sa/web']);
  expect(at(Step.GUARDED).topology.findings).toEqual([]);
});

test('as it is guarded, who would be cut off is found by what its container is told', () => {
  const { findings } = at(Step.GUARDED, false).topology;
  expect(findings.map(({ code, problem }) => `${code} ${problem}`)).toEqual([
    'BST809 its container "reindex" is told of "catalog" by its variable "CATALOG", and no dependency on it is declared: no policy lets it through']);
});
