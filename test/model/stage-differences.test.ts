import {
  BackingService, BindingDelivery, Credential, EnvNames, HttpProvider, HttpService, Postgres, PostgresProvider, Redis, RedisProvider,
  TcpProvider, TcpService, Tls, TlsAuthority, Topology, UseOptions,
} from '../../src';
import { stageDifferences } from '../../src/model/stage-differences';
import { newTopology, newWorkload, vault } from '../support/declare';

type Declare = (topology: Topology) => void;

/** What differs between a stage `dev` and a stage `prod`. */
function differences(dev: Declare, prod: Declare): string[] {
  const stages = [dev, prod].map((declare, position) => {
    const topology = newTopology();
    declare(topology);
    return { name: ['dev', 'prod'][position], graph: topology.read() };
  });
  return stageDifferences(stages).map(({ kind, subject, problem }) => `${kind} ${subject.path.replace('chart/shop/workloads/', '')}: ${problem}`);
}

const uses = (service: (topology: Topology) => BackingService, options?: UseOptions): Declare => topology => newWorkload(topology, 'web').uses(service(topology), options);
const cache = (credentials?: Credential, tls?: Tls) => (topology: Topology) => new Redis(topology, 'cache', {
  provider: RedisProvider.external({ host: 'cache.example.com', credentials: credentials ?? vault.secret('cache'), tls }),
});
const inDev = (topology: Topology) => new Redis(topology, 'cache', { provider: RedisProvider.workload(newWorkload(topology, 'redis'), { credentials: vault.secret('dev', { password: 'p' }) }) });
const ldap = (topology: Topology, port = 636) => new TcpService(topology, 'cache', { provider: TcpProvider.external({ host: 'ldap.example.com', port }) });
const withCa = vault.secret('cache', { username: 'u', password: 'p', ca: 'ca' });
const KNOW = 'its code would have to know the stage';
const TRIED = 'what verifies a certificate in one has never been tried in the other';

test('the same program with another provider is the same to its code', () => expect(differences(uses(cache()), uses(cache(vault.secret('other'))))).toEqual([]));

test.each<[string, Declare, Declare, string[]]>([
  ['a variable that one stage has alone', uses(cache()), uses(cache(withCa)), [`code web uses cache: web reads "CACHE_CA_FILE" of cache in prod and not in dev: ${KNOW}`]],
  ['variables of other names', uses(cache(), { envNames: EnvNames.map({ REDIS: '{url}' }) }), uses(cache(), { envNames: EnvNames.map({ REDIS_URL: '{url}' }) }), [
    `code web uses cache: web reads "REDIS" of cache in dev and not in prod: ${KNOW}`, `code web uses cache: web reads "REDIS_URL" of cache in prod and not in dev: ${KNOW}`]],
  ['a file of a binding in files', uses(cache(withCa), { delivery: BindingDelivery.FILES }), uses(cache(), { delivery: BindingDelivery.FILES }),
    [`code web uses cache: web finds the file "cache/ca.crt" of cache in dev and not in prod: ${KNOW}`]],
  ['a service of another kind', uses(cache(), { envNames: EnvNames.map({ A: '{host}' }) }), uses(ldap, { envNames: EnvNames.map({ A: '{host}' }) }), [
    `code web uses cache: cache is of type redis in dev and tcp in prod, and web speaks one of them: ${KNOW}`,
    `tls web uses cache: web enters cache with verified TLS in dev and with no TLS in prod: ${TRIED}`]],
  ['a service that is missing', uses(cache()), topology => newWorkload(topology, 'web'), [`code web uses cache: web depends on cache in dev and not in prod: ${KNOW}`]],
  ['a service that is more', topology => newWorkload(topology, 'web'), uses(cache()), [`code web uses cache: web depends on cache in prod and not in dev: ${KNOW}`]],
  ['TLS that one stage has alone', uses(cache(undefined, Tls.NONE)), uses(cache()), [`tls web uses cache: web enters cache with no TLS in dev and with verified TLS in prod: ${TRIED}`]],
  ['TLS that nobody vouches for', uses(cache(undefined, Tls.byClient(TlsAuthority.NONE))), uses(cache()),
    [`tls web uses cache: web enters cache with TLS that nobody vouches for in dev and with verified TLS in prod: ${TRIED}`]],
])('finds %s', (_, dev, prod, expected) => expect(differences(dev, prod)).toEqual(expected));

test('what runs in one stage alone, such as a server of its own, is no difference', () => {
  const variables = { envNames: EnvNames.map({ CACHE_URL: '{url}' }) };
  expect(differences(uses(inDev, variables), uses(cache(), variables)).filter(each => each.startsWith('code'))).toEqual([]);
});

test('files that variables name are found by these', () => {
  const database = (credentials: Credential) => (topology: Topology) => new Postgres(topology, 'db', {
    provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }),
  });
  expect(differences(uses(database(vault.secret('db'))), uses(database(withCa)))).toEqual([]);
});

test('each stage is compared with the first', () => {
  const calls = (url: string): Declare => topology => newWorkload(topology, 'web').calls(new HttpService(topology, 'bank', { provider: HttpProvider.external(url) }));
  const declared: Declare[] = [calls('http://bank.example.com'), calls('http://bank.example.com'), topology => newWorkload(topology, 'web')];
  const stages = declared.map((declare, position) => {
    const topology = newTopology();
    declare(topology);
    return { name: `stage ${position}`, graph: topology.read() };
  });
  expect(stageDifferences(stages).map(({ problem }) => problem)).toEqual([`web depends on bank in stage 0 and not in stage 2: ${KNOW}`]);
});
