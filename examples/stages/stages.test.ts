import { RedisProvider, SecretStore, StageParity, Tls, Topology, TopologyDocuments } from 'cdk8s-backing-services';
import { Synthesized } from '../synthesized';
import { told } from '../told';
import { MANAGED } from './managed';
import { Stage } from './stage';
import { STAGES, stages } from './stages';

const declared = (stage: Stage) => new Synthesized('stages', 'orders', chart => stages(chart, stage));
const systems = Object.values(STAGES).map(declared);
const [dev, test_, production] = systems;

interface Source {
  readonly secret?: { readonly items: { readonly path: string }[] };
  readonly downwardAPI?: { readonly items: { readonly path: string }[] };
}

/** The files that a container finds, as paths below the folder of bindings. */
function filesOf(system: Synthesized, deployment: string): string[] {
  const { volumes } = system.spec('Deployment', deployment).template.spec as { volumes: { projected: { sources: Source[] } }[] };
  const sources = volumes.flatMap(({ projected }) => projected.sources);
  return sources.flatMap(({ secret, downwardAPI }) => [...secret?.items ?? [], ...downwardAPI?.items ?? []]).map(({ path }) => path).sort();
}

const PROCESSES = { web: ['DATABASE_URL', 'SESSIONS_URL'], worker: ['DATABASE_URL', 'MAIL_FROM', 'MAIL_URL'] };

describe.each(Object.entries(STAGES))('in %s', (_, stage) => {
  const system = declared(stage);

  test.each(Object.entries(PROCESSES))('%s reads the same variables', (process, variables) =>
    expect(Object.keys(told(system, process)).sort()).toEqual(variables));

  test.each(Object.keys(PROCESSES))('%s finds the same files of what it is told by files', process =>
    expect(filesOf(system, process).filter(path => /^events\/(?!provider$)/.test(path))).toEqual([
      'host', 'password', 'port', 'servers', 'tls', 'tls-first', 'type', 'uri', 'username'].map(file => `events/${file}`)));

  test('each service speaks the same protocol', () => {
    const { services } = TopologyDocuments.of(system.topology);
    expect(services.map(({ name, bindingType, locator: { addresses: [{ protocol }] } }) => [name, bindingType, protocol])).toEqual([
      ['database', 'postgresql', 'tcp'], ['events', 'nats', 'tcp'], ['mail', 'smtp', 'tcp'], ['sessions', 'redis', 'tcp'],
    ]);
  });

  test('nothing is found', () => expect(system.topology.findings).toEqual([]));
});

test('no code has to know its stage; what one stage has alone is TLS, which nobody has to know either', () => {
  const found = StageParity.findings(systems.map(({ topology }) => topology));
  expect(found.map(({ code, path }) => `${code} ${path.split('/').at(-1)}`)).toEqual([
    'BST751 web uses database', 'BST751 worker uses database',
    'BST751 web uses database', 'BST751 web uses events', 'BST751 web uses sessions', 'BST751 worker uses database', 'BST751 worker uses events', 'BST751 worker uses mail',
  ]);
});

test('what differs is where a service is, and who keeps its login', () => {
  const database = systems.map(system => told(system, 'web').DATABASE_URL);
  expect(database).toEqual([
    'postgresql://orders:‹generated: orders-db password›@database.orders.svc:5432/orders?sslmode=disable',
    '‹secret orders-app uri›?sslmode=verify-full&sslrootcert=/bindings/database/ca.crt',
    'postgresql://{{ .username | urlquery | replace "+" "%20" }}:{{ .password | urlquery | replace "+" "%20" }}'
    + '@orders.c7tj4example.eu-central-1.rds.amazonaws.com:5432/orders?sslmode=verify-full&sslrootcert=/bindings/database/ca.crt',
  ]);
  expect([dev, test_, production].map(system => system.names('Deployment').sort())).toEqual([
    ['mailpit', 'nats', 'postgres', 'valkey', 'web', 'worker'], ['web', 'worker'], ['web', 'worker'],
  ]);
});

test('a container of development reads the password that is generated for those who enter it', () => {
  expect(told(dev, 'postgres')).toEqual({ POSTGRES_DB: 'orders', POSTGRES_USER: 'orders', POSTGRES_PASSWORD: 'generated: orders-db password' });
  expect(told(dev, 'valkey')).toEqual({ VALKEY_PASSWORD: 'generated: sessions password' });
  expect(told(dev, 'nats')).toEqual({ NATS_USER: 'orders', NATS_PASSWORD: 'generated: events password' });
});

describe('a stage that breaks parity is found', () => {
  const cache = (stage: Partial<Parameters<typeof RedisProvider.external>[0]>): Stage => ({
    ...MANAGED, sessions: () => RedisProvider.external({ host: 'sessions.example.com', ...stage }),
  });
  const found = (stage: Stage): string[] => {
    const topologies: Topology[] = [MANAGED, stage].map(one => declared(one).topology);
    return StageParity.findings(topologies).map(({ code, problem }) => `${code} ${problem}`);
  };
  const stored = (parts: Record<string, string>) => SecretStore.cluster('vault').secret('staging/sessions', parts);

  test('BST750: code would have to read a file that no other stage has', () => expect(found(cache({ credentials: stored({ password: 'token', ca: 'ca' }) }))).toEqual([
    'BST750 web reads "SESSIONS_CA_FILE" of sessions in stage 2 (stages/orders) and not in stage 1 (stages/orders): its code would have to know the stage']));

  test('BST751: a certificate that no other stage has tried', () => expect(found(cache({ credentials: stored({ password: 'token' }), tls: Tls.NONE }))).toEqual([
    expect.stringMatching(/^BST751 web enters sessions with verified TLS in stage 1 .* and with no TLS in stage 2 /)]));
});
