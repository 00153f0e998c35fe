import { StageParity } from 'cdk8s-backing-services';
import { containersOf, locatorsOf } from '../known-system';
import { Synthesized } from '../synthesized';
import { opentelemetryDemo, STAGES } from './opentelemetry-demo';
import { PUBLISHED } from './published';
import { PORTS } from './servers';

const stages = Object.entries(STAGES).map(([stage, providers]): [string, Synthesized] => (
  [stage, new Synthesized(`opentelemetry-demo-${stage}`, 'otel-demo', chart => opentelemetryDemo(chart, providers))]));

/** What is a container of the demo's own in development alone. */
const STORES = ['astronomy-db', 'valkey-cart'];

/** What differs between the stages: where the stores are, and that a URL with a password is read from a Secret. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dev: {},
  prod: { VALKEY_ADDR: 'carts.cache.example.com:6379', POSTGRES_HOST: 'catalog.db.example.com' },
};

describe.each(stages)('the OpenTelemetry demo in %s', (stage, demo) => {
  test('runs the published images, unchanged', () => {
    const names = Object.keys(PORTS).filter(name => stage === 'dev' || !STORES.includes(name));
    expect(demo.ofKind('Deployment').map(({ metadata }) => metadata.name).sort()).toEqual(names);
  });

  test('tells every container what the published composition tells it, name by name', () => {
    for (const [name, container] of containersOf(demo)) {
      const [workload] = name.split('/');
      if (STORES.includes(workload)) continue;
      const published = { ...PUBLISHED[workload] };
      for (const [variable, place] of Object.entries(PLACES[stage])) if (variable in published) published[variable] = place;
      if ('DB_CONNECTION_STRING' in published) published.DB_CONNECTION_STRING = 'secret';
      expect([name, locatorsOf(container)]).toEqual([name, published]);
    }
  });

  test('gives one Service the ports of several', () => {
    const ports = (service: string) => demo.spec('Service', service).ports.map(({ port }: { port: number }) => port);
    expect([ports('otel-collector'), ports('flagd'), ports('ad')]).toEqual([[4317, 4318], [8013, 8016], [9555, 9465]]);
  });

  test('accepts nothing silently', () => expect(demo.topology.findings).toEqual([]));
});

test('the database reads the password that its clients read', () => {
  const [, dev] = stages[0];
  expect(dev.variables('astronomy-db')).toEqual({
    POSTGRES_DB: 'astronomy_db', POSTGRES_PASSWORD: 'secret astronomy-db-astronomy-db password', POSTGRES_USER: 'secret astronomy-db-astronomy-db username',
  });
});

test('no code of the OpenTelemetry demo has to know its stage; the database alone is entered with TLS in production for the first time', () => {
  const findings = StageParity.findings(stages.map(([, { topology }]) => topology));
  expect(findings.map(({ code, path }) => `${code} ${path.split('/').at(-1)}`)).toEqual(['BST751 otel-collector uses astronomy-db', 'BST751 product-catalog uses astronomy-db']);
});
