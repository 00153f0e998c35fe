import { Chart } from 'cdk8s';
import { Topology } from 'cdk8s-backing-services';
import { Synthesized } from '../synthesized';
import { findings } from './findings';
import { firstService } from './first-service';
import { namesForImages } from './names-for-images';
import { patching } from './patching';
import { serviceOfAnotherTeam } from './service-of-another-team';
import { picture } from './snapshot';
import { differences, STAGES, stages } from './stages';

const declared = (declare: (chart: Chart) => Topology) => new Synthesized('guide', 'shop', declare);

test('first service: its caller is told where it is, and waits no longer than it said', () => {
  const { variables, spec } = bound(declared(firstService));
  expect(variables('web')).toEqual({ USER_API_URL: 'http://user-api.shop.svc' });
  expect(spec('VirtualService', 'user-api').http[0]).toMatchObject({ timeout: '2s', retries: { attempts: 2 } });
});

test('names for images: the image reads what its documentation names', () => {
  const { variables } = bound(declared(namesForImages));
  expect(variables('grafana')).toMatchObject({
    GF_DATABASE_HOST: 'dashboards-rw.shop.svc:5432', GF_DATABASE_PASSWORD: 'secret dashboards-app password', GF_DATABASE_CA_CERT_PATH: '/bindings/grafana-db/ca.crt',
    GF_RENDERING_SERVER_URL: 'http://rendering.shop.svc:8081/render',
  });
});

test('stages: the program reads the same variable in each, whoever provides the database', () => {
  for (const providers of Object.values(STAGES)) {
    const { variables } = bound(declared(chart => stages(chart, providers)));
    expect(Object.keys(variables('orders'))).toContain('ORDERS_DB_URL');
  }
  expect(bound(declared(chart => stages(chart, STAGES.production))).variables('orders').ORDERS_DB_URL).toBe('secret orders-orders-db uri');
});

test('stages: no code has to know which it runs in', () => expect(differences()).toEqual([]));

test('a service of another team: what is used is known by its names, who calls is let in by theirs', () => {
  const { variables, spec, topology } = bound(declared(serviceOfAnotherTeam));
  expect(variables('checkout')).toMatchObject({ PRICES_URL: 'http://prices.pricing.svc', EVENTS_BROKERS: 'events-kafka-bootstrap.kafka.svc:9092' });
  expect(spec('AuthorizationPolicy', 'checkout').rules[0].from[0].source.principals).toEqual(['cluster.local/ns/reporting/sa/reports']);
  expect(topology.findings).toEqual([]);
});

test('findings: one is accepted with a reason', () => {
  expect(() => declared(chart => findings(chart, false))).toThrow('BST102');
  const { acknowledged } = declared(chart => findings(chart, true)).topology;
  expect(acknowledged.map(({ code, reason }) => [code, reason])).toEqual([['BST102', expect.stringContaining('in the background')]]);
});

test('patching: the object says what no option does', () =>
  expect(declared(patching).spec('Service', 'user-api')).toMatchObject({ internalTrafficPolicy: 'Local' }));

test('snapshot: the picture of a topology is a few lines that a person can read', () => expect(picture()).toMatchInlineSnapshot(`
"flowchart LR
  n0["users"]
  n1["web"]
  n2(["user-api"])
  n1 -->|"calls · timeout 2s · retries 2"| n2
  n2 --- n0
  classDef external stroke-dasharray: 5 5
"
`));

function bound(synthesized: Synthesized) {
  return {
    topology: synthesized.topology,
    variables: (name: string) => synthesized.variables(name),
    spec: (kind: string, name: string) => synthesized.spec(kind, name),
  };
}
