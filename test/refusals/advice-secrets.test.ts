import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import {
  Binding, BindingDelivery, BindingEntry, BindingValue, Credential, CredentialPart, DataAccess, EnvNames, Kafka, KafkaProvider,
  KubernetesSecret, Locator, Login, Platform, Pods, Postgres, PostgresProvider, Provision, Redis, RedisProvider, Secrets, SecretStore,
  SecretSupplier, TcpProvider, TcpService, Tls, Topology, Workload,
} from '../../src';
import { Told } from '../secrets/told';
import { AnyService, newWorkload, vault } from '../support/declare';
import { deployment } from '../support/emitted';

/** What a program declares before its Platform; `secrets` are those of the Platform. */
class Program {
  public readonly chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  public readonly topology = new Topology(this.chart, 'shop');
  public readonly made = deployment(this.chart, 'web');
  public readonly web = new Workload(this.topology, 'web', { pods: Pods.of(this.made) });
  public secrets?: SecretSupplier = Secrets.externalSecrets();
  public restarts = false;

  public database(credentials: Credential, props: Partial<{ id: string; database: string; readOnlyCredentials: Credential }> = {}): Postgres {
    const { id = 'db', database = 'd', readOnlyCredentials } = props;
    return new Postgres(this.topology, id, { provider: PostgresProvider.external({ host: `${id}.example.com`, database, credentials, readOnlyCredentials }) });
  }

  public cache(credentials: Credential, id = 'cache'): Redis {
    return new Redis(this.topology, id, { provider: RedisProvider.external({ host: `${id}.example.com`, credentials }) });
  }
}

type Declare = (program: Program) => unknown;

const raw = KubernetesSecret.existing('raw', { reason: 'made by the data team' });
const stored = vault.secret('db');
const signed = vault.secret('signed', { password: 'p', ca: 'ca' });
/** A supplier that puts nothing together. */
class Plain extends SecretSupplier {
  public readonly name = 'the plain supplier';
  public readonly composes = false;
  public fetches = () => true;
  public encodes = () => false;
  public supply = () => undefined;
}
const operated = Login.shared(KubernetesSecret.ofOperator('o', { producer: 'Cluster o' }).credential());
const ofOperator = (program: Program, login = operated) => new Postgres(program.topology, 'db', {
  provider: new class extends PostgresProvider {
    public provide = () => new Provision({
      locator: Locator.ofOperator({ operator: 'o', resource: 'o', namespace: 'shop', podLabels: { o: 'o' }, addresses: [{ service: 'o', port: 1 }] }),
      login,
    });
  }(),
});

const inEngine = SecretStore.vaultKeyValue('v', { mount: 'kv' }).secret('cache');
const inTwo = inEngine.with('username', SecretStore.vaultKeyValue('v', { mount: 'kv' }).property('other', 'username'));
const items = SecretStore.onePassword('Shop');
const item = items.secret('c');
const inAws = SecretStore.of('AwsSecretsManager', 'eu-west-1').secret('c');
const both = () => Secrets.firstOf(Secrets.vaultSecretsOperator(), Secrets.onePassword());
const ofBoth = () => inEngine.with('username', items.property('c', 'username'));
const PLACE = EnvNames.map({ A: '{host}:{port}' });
const SHARP = EnvNames.map({ A: '{connection-string}' });
const password = vault.secret('c', { password: 'p' });
/** A cache whose user and password are told apart, as a supplier supplies them. */
const by = (supplier: SecretSupplier, credentials: Credential): Declare => p => {
  p.secrets = supplier;
  p.web.uses(p.cache(credentials), { envNames: EnvNames.map({ USER: '{username}', PASS: '{password}' }) });
};
/** A cache whose Secret is sealed for some namespaces. */
function sealed(p: Program, namespaces: string[], workload = p.web): void {
  workload.uses(p.cache(KubernetesSecret.sealed('s').credential({ uri: 'uri' })));
  for (const namespace of namespaces) new ApiObject(p.chart, `in ${namespace}`, { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 's', namespace } });
}

/** Each advice: code, its words, a program that is advised so, and one that follows it. */
const ADVICE: [string, string, Declare, Declare][] = [
  ['BST017', 'name the missing parts, such as vault.secret(entry, {', p => p.database(vault.secret('db', { username: 'u' })), p => p.database(vault.secret('db', { username: 'u', password: 'p' }))],
  ['BST017', "such as SecretStore.cluster(name).property('shop/dev-db', 'password')", () => CredentialPart.generated('dev', { copy: raw.key('a') }), () => CredentialPart.generated('dev', { copy: vault.entry('a') })],
  ['BST017', 'name its parts, or leave the credential out', () => Credential.of({}), p => new TcpService(p.topology, 't', { provider: TcpProvider.external({ host: 't.example.com', port: 1 }) })],
  ['BST018', 'write {role}, {role:percent}', p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ A: 'x{password}' }) }), p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ A: 'x{password:percent}' }) })],
  ['BST018', '{role:libpq}', p => p.web.uses(p.database(stored, { database: 'or ders' }), { envNames: EnvNames.map({ A: 'dbname={database}' }) }),
    p => p.web.uses(p.database(stored, { database: 'or ders' }), { envNames: EnvNames.map({ A: 'dbname={database:libpq} password={password:libpq}' }) })],
  ['BST018', 'write {role}', p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ A: '{url:percent}' }) }), p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ A: '{url}' }) })],
  ['BST018', 'give this dependency another bindingName', p => p.web.uses(new TcpService(p.topology, 'kubernetes-service', { provider: TcpProvider.external({ host: 't.example.com', port: 1 }) })),
    p => p.web.uses(new TcpService(p.topology, 'kubernetes-service', { provider: TcpProvider.external({ host: 't.example.com', port: 1 }) }), { bindingName: 'directory' })],
  ['BST018', 'or envNames that name its variables', p => p.web.uses(new TcpService(p.topology, 'kubernetes-service', { provider: TcpProvider.external({ host: 't.example.com', port: 1 }) })),
    p => p.web.uses(new TcpService(p.topology, 'kubernetes-service', { provider: TcpProvider.external({ host: 't.example.com', port: 1 }) }), { envNames: EnvNames.map({ DIRECTORY: '{host}:{port}' }) })],
  ['BST018', 'say urlSafe() of each such part', p => p.web.uses(p.cache(password), { envNames: SHARP }), p => p.web.uses(p.cache(Credential.of({ password: password.part('password').urlSafe() })), { envNames: SHARP })],
  ['BST018', 'or tell host, port and password in variables of their own', p => p.web.uses(p.cache(password), { envNames: SHARP }),
    p => p.web.uses(p.cache(password), { envNames: EnvNames.map({ A: '{host}:{port}', PASS: '{password}' }) })],
  ['BST018', 'or write {url}', p => p.web.uses(p.cache(vault.secret('c', { uri: 'url' })), { envNames: SHARP }), p => p.web.uses(p.cache(vault.secret('c', { uri: 'url' })), { envNames: EnvNames.map({ A: '{url}' }) })],
  ['BST018', 'keep the password as a part of its own', p => p.web.uses(p.cache(vault.secret('c', { uri: 'url' })), { envNames: SHARP }),
    p => p.web.uses(p.cache(Credential.of({ password: password.part('password').urlSafe() })), { envNames: SHARP })],
  ['BST019', 'give each entry of bind() its own', p => p.web.uses(new Told(p.topology, 'a', [BindingEntry.text('a', 'x'), BindingEntry.text('a', 'y')])),
    p => p.web.uses(new Told(p.topology, 'a', [BindingEntry.text('a', 'x'), BindingEntry.text('b', 'y')]))],
  ['BST019', 'give the entry of bind() a file', p => p.web.uses(new Told(p.topology, 'a', [BindingEntry.text('a', 'x', { fileVariable: 'F' })])),
    p => p.web.uses(new Told(p.topology, 'a', [BindingEntry.text('a', 'x', { fileVariable: 'F', file: 'f' })]))],
  ['BST019', 'give the Provision a login with that credential', p => p.web.uses(unasked(p)), p => p.web.uses(unasked(p, Login.shared(stored)))],
  ['BST019', 'tell its parts in bind()', p => p.web.uses(new AnyService(p.topology, 'a', { ...AnyService.traits(), provision: entered(Login.shared(stored)) })), p => p.web.uses(unasked(p, Login.shared(stored)))],
  ['BST019', 'or read all topics of the cluster with one consumerGroup', p => reads(p, 'h'), p => reads(p, 'g', undefined, ['g', 'g'])],
  ['BST019', 'give the topic another id, and "paid.v1" as its topicName', p => reads(p, 'h'), p => reads(p, 'h', 'paid-again')],
  ['BST020', 'name containers of the pods, or leave "containers" out', p => p.web.uses(p.database(stored), { containers: ['none'] }), p => p.web.uses(p.database(stored), { containers: ['main'] })],
  ['BST029', 'give all dependencies of one workload on one service', () => new Binding([]), p => new Binding([p.web.uses(p.database(stored))])],
  ['BST510', 'refer to it, as by SecretStore.cluster(name).secret(key)', () => EnvNames.map({ PGPASSWORD: 'hunter2' }), p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ PGPASSWORD: '{password}' }) })],
  ['BST510', 'give it another name', () => EnvNames.map({ PASSWORD_TOKEN: 'Bearer' }), p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ TOKEN_TYPE: 'Bearer', URL: '{url}' }) })],
  ['BST510', 'give the name of its entry there', () => CredentialPart.text('ghp_CANARYCANARY'), p => p.database(Credential.of({ username: CredentialPart.text('app'), password: vault.entry('ghp-token') }))],
  ['BST511', 'give the name alone', p => p.database(stored, { database: 'postgres://h/d' }), p => p.database(stored, { database: 'd' })],
  ['BST511', 'write the role of the credential in its place: {password:percent}', () => EnvNames.map({ A: 'x://u:hunter2@{host}/' }), p => p.web.uses(p.database(stored), { envNames: EnvNames.map({ A: 'x://u:{password:percent}@{host}/' }) })],
  ['BST519', 'give the Platform secrets: Secrets.externalSecrets()', p => { p.secrets = undefined; p.web.uses(p.database(stored)); }, p => p.web.uses(p.database(stored))],
  ['BST519', 'a SecretSupplier that fetches from a VaultRole', p => { p.secrets = undefined; p.web.uses(p.cache(inVault)); }, p => { p.secrets = new Composing(); p.web.uses(p.cache(inVault)); }],
  ['BST519', 'name the part in the serverEnvNames of the provider', p => p.web.uses(generated(p)), p => p.web.uses(generated(p, EnvNames.map({ REDIS_PASSWORD: '{password}' })))],
  ['BST519', 'or leave the copy out', p => p.web.uses(generated(p, EnvNames.map({ REDIS_PASSWORD: '{password}' }), inVault.part('password'))),
    p => p.web.uses(generated(p, EnvNames.map({ REDIS_PASSWORD: '{password}' })))],
  ['BST519', 'name a SecretStore.cluster()', p => p.web.uses(generated(p, EnvNames.map({ REDIS_PASSWORD: '{password}' }), inVault.part('password'))),
    p => p.web.uses(generated(p, EnvNames.map({ REDIS_PASSWORD: '{password}' }), stored.part('password')))],
  ['BST519', 'or keep in a secret store what somebody else knows', p => p.web.uses(p.cache(Credential.of({ password: CredentialPart.generated('dev') }))), p => p.web.uses(p.cache(stored))],
  ['BST519', 'give the Platform secrets: Secrets.vaultSecretsOperator()', p => { p.secrets = undefined; p.web.uses(p.cache(inEngine)); }, by(Secrets.vaultSecretsOperator(), inEngine)],
  ['BST519', 'give the Platform secrets: Secrets.onePassword()', p => { p.secrets = undefined; p.web.uses(p.cache(item), { envNames: APART }); }, by(Secrets.onePassword(), item)],
  ['BST519', 'give the Platform secrets: Secrets.secretsStoreCsi()', p => { p.secrets = undefined; p.web.uses(p.cache(inAws), { envNames: APART }); }, by(Secrets.secretsStoreCsi(), inAws)],
  ['BST519', 'keep the whole credential where one supply reads it', by(Secrets.vaultSecretsOperator(), inTwo), by(Secrets.vaultSecretsOperator(), inEngine)],
  ['BST519', 'or give the Platform another supplier', by(Secrets.vaultSecretsOperator(), inTwo), by(Secrets.secretsStoreCsi(), inTwo)],
  ['BST519', 'seal it for namespace shop too', p => sealed(p, ['data']), p => sealed(p, ['data', 'shop'])],
  ['BST519', 'or run the workload in namespace data', p => sealed(p, ['data']), p => sealed(p, ['data'], newWorkload(p.topology, 'other', { namespace: 'data' }))],
  ['BST520', 'keep the whole text as a part "uri"', p => { p.secrets = Secrets.onePassword(); p.web.uses(p.cache(item)); }, p => { p.secrets = Secrets.onePassword(); p.web.uses(p.cache(items.secret('c', { uri: 'url' }))); }],
  ['BST520', 'keep all its parts where one of them fetches', p => { p.secrets = both(); p.web.uses(p.cache(ofBoth())); }, p => { p.secrets = both(); p.web.uses(p.cache(inEngine)); }],
  ['BST519', 'name a store that it knows', p => p.web.uses(p.cache(inVault)), p => p.web.uses(p.cache(stored))],
  ['BST519', 'give that binding another bindingName', p => { p.web.uses(p.cache(stored)); p.web.uses(p.database(named('web-cache'))); },
    p => { p.web.uses(p.cache(stored), { bindingName: 'own' }); p.web.uses(p.database(named('web-cache'))); }],
  ['BST519', 'run the workload in the namespace of the service', p => p.web.uses(postgres(p, 'data')), p => p.web.uses(postgres(p, 'shop'))],
  ['BST519', "SecretStore.cluster(name).secret('orders-app', { 'database': 'dbname', 'password': 'password', 'uri': 'uri', 'username': 'username' })", p => p.web.uses(postgres(p, 'data')),
    p => p.web.uses(postgres(p, 'data', ofOtherNamespace))],
  ['BST519', 'keep the credentials in a secret store and use an inCluster', p => p.web.uses(postgres(p, 'data')),
    p => p.web.uses(new Postgres(p.topology, 'db', {
      provider: PostgresProvider.inCluster({ service: 'orders-rw', namespace: 'data', database: 'app', credentials: stored, podLabels: { 'cnpg.io/cluster': 'orders' } }),
    }))],
  ['BST520', 'keep the credential in a secret store', p => p.web.uses(p.database(raw.credential())), p => p.web.uses(p.database(stored))],
  ['BST520', 'or give it a part "uri"', p => p.web.uses(p.cache(raw.credential())), p => p.web.uses(p.cache(raw.credential({ uri: 'uri' })))],
  ['BST520', 'tell its parts as they are, each in a variable of its own, by EnvNames.map', p => p.web.uses(ofOperator(p, withDatabase(KubernetesSecret.ofOperator('o', { producer: 'Cluster o' }).credential()))),
    p => p.web.uses(ofOperator(p, withDatabase(KubernetesSecret.ofOperator('o', { producer: 'Cluster o' }).credential())), { envNames: APART })],
  ['BST520', 'give the Platform a supplier that does', p => { p.secrets = new Plain(); p.web.uses(p.cache(stored)); }, p => p.web.uses(p.cache(stored))],
  ['BST520', 'or tell its parts as they are', p => { p.secrets = new Plain(); p.web.uses(p.cache(stored)); }, p => { p.secrets = new Plain(); p.web.uses(p.cache(stored), { envNames: APART }); }],
  ['BST520', 'keep all its parts in a secret store', p => p.web.uses(p.cache(mixed())), p => p.web.uses(p.cache(stored))],
  ['BST520', 'set SERVICE_BINDING_ROOT to one path in all of them', p => roots(p, '/elsewhere'), p => roots(p, '/bindings')],
  ['BST536', 'let one of its variables hold a role of "password", "url"', p => p.web.uses(p.cache(stored), { envNames: PLACE }), p => p.web.uses(p.cache(stored), { envNames: EnvNames.map({ A: '{url}' }) })],
  ['BST536', 'deliver its files', p => p.web.uses(p.cache(stored), { envNames: PLACE }), p => p.web.uses(p.cache(stored), { envNames: PLACE, delivery: BindingDelivery.VARIABLES_AND_FILES })],
  ['BST539', 'let one of its variables hold {ca:file} or {ca}', p => p.web.uses(p.cache(signed), { envNames: EnvNames.map({ A: '{host}', B: '{password}' }) }), p => p.web.uses(p.cache(signed), { envNames: EnvNames.map({ A: '{host}', B: '{password}', C: '{ca:file}' }) })],
  ['BST521', 'readOnlyCredentials where it takes them', p => p.web.uses(p.database(stored), { access: DataAccess.READ_ONLY }), p => p.web.uses(p.database(stored, { readOnlyCredentials: vault.secret('ro') }), { access: DataAccess.READ_ONLY })],
  ['BST521', 'or declare DataAccess.READ_WRITE', p => p.web.uses(p.cache(stored), { access: DataAccess.READ_ONLY }), p => p.web.uses(p.cache(stored), { access: DataAccess.READ_WRITE })],
  ['BST524', 'give it another name', p => { p.web.uses(postgres(p, 'shop')); service(p, 'orders-rw'); }, p => { p.web.uses(postgres(p, 'shop')); service(p, 'orders-db'); }],
  ['BST524', 'give it a ServiceAccount of its own', p => asAccount(p, 'orders'), p => asAccount(p, 'robot')],
  ['BST524', 'or the operator\'s resource another', p => asAccount(p, 'orders'), p => asAccount(p, 'orders', 'pg')],
  ['BST525', 'declare what the workload itself depends on', p => { p.web.uses(p.cache(stored)); reader(p); }, p => { const cache = p.cache(stored); p.web.uses(cache); newWorkload(p.topology, 'reader').uses(cache); }],
  ['BST808', 'give this dependency a bindingName of its own', p => { p.web.uses(p.cache(stored)); p.web.uses(p.cache(stored, 'other'), { bindingName: 'cache' }); },
    p => { p.web.uses(p.cache(stored)); p.web.uses(p.cache(stored, 'other'), { bindingName: 'other' }); }],
  ['BST808', 'name another variable in the envNames of this dependency', p => twoMaps(p, 'URL'), p => twoMaps(p, 'OTHER_URL')],
  ['BST808', 'name another variable in the serverEnvNames of the provider', p => { p.made.containers[0].env.addVariable('REDIS_PORT', EnvValue.fromValue('1')); serves({ REDIS_PORT: '{port}' })(p); },
    p => { p.made.containers[0].env.addVariable('REDIS_PORT', EnvValue.fromValue('1')); serves({ PORT_TO_SERVE: '{port}' })(p); }],
  ['BST808', 'or take the other one out', p => { p.made.containers[0].env.addVariable('REDIS_PORT', EnvValue.fromValue('1')); serves({ REDIS_PORT: '{port}' })(p); }, serves({ REDIS_PORT: '{port}' })],
  ['BST519', 'give the Platform secrets: Secrets.externalSecrets()', p => { p.secrets = undefined; serves({ REDIS_PASSWORD: '{password}' }, stored)(p); }, serves({ REDIS_PASSWORD: '{password}' }, stored)],
  ['BST018', 'write {role}', serves({ REDIS_PASSWORD: '{password}' }), serves({ REDIS_PASSWORD: '{password}' }, stored)],
  ['BST016', 'leave serverEnvNames out', p => new AnyService(p.topology, 'a', { ...AnyService.traits(), provision: ofNobody(EnvNames.DEFAULT) }), p => new AnyService(p.topology, 'a', { ...AnyService.traits(), provision: ofNobody() })],
  ['BST808', 'a bindingName of its own', p => { p.made.containers[0].env.addVariable('CACHE_URL', EnvValue.fromValue('x')); p.web.uses(p.cache(stored)); },
    p => { p.made.containers[0].env.addVariable('CACHE_URL', EnvValue.fromValue('x')); p.web.uses(p.cache(stored), { bindingName: 'own' }); }],
  ['BST808', 'leave the container as it is with containers: []', p => { p.made.containers[0].env.addVariable('CACHE_URL', EnvValue.fromValue('x')); p.web.uses(p.cache(stored)); },
    p => { p.made.containers[0].env.addVariable('CACHE_URL', EnvValue.fromValue('x')); p.web.uses(p.cache(stored), { containers: [] }); }],
  ['BST540', 'set restartOnRotation where Reloader runs', p => rotates(p), p => { p.restarts = true; rotates(p); }],
  ['BST540', 'deliver the bindings as files', p => rotates(p), p => rotates(p, BindingDelivery.FILES)],
];

function rotates(p: Program, delivery?: BindingDelivery): void {
  p.secrets = Secrets.externalSecrets({ refreshInterval: Duration.minutes(5) });
  p.web.uses(p.cache(stored), { delivery });
}

function serves(variables: Record<string, string>, credentials?: Credential): Declare {
  return p => new Redis(p.topology, 'dev', { provider: RedisProvider.workload(p.web, { credentials, serverEnvNames: EnvNames.map(variables) }) });
}

/** A cache of the program's own, with a password that nobody has. */
function generated(p: Program, serverEnvNames?: EnvNames, copy?: CredentialPart): Redis {
  const server = new Workload(p.topology, 'server', { pods: Pods.of(deployment(p.chart, 'server')) });
  return new Redis(p.topology, 'dev', { provider: RedisProvider.workload(server, { serverEnvNames, credentials: Credential.of({ password: CredentialPart.generated('dev', { copy }) }) }) });
}

function ofNobody(serverEnvNames?: EnvNames): Provision {
  return new Provision({ locator: Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }] }), serverEnvNames });
}

const APART = EnvNames.map({ USER: '{username}', PASS: '{password}' });
const inVault = SecretStore.of('VaultRole', 'v').secret('cache');
const named = (secret: string) => KubernetesSecret.existing(secret, { reason: 'made by the data team' }).credential({ uri: 'uri' });
const withDatabase = (credential: Credential) => Login.shared(credential.with('database', CredentialPart.text('app')));
const mixed = () => stored.with('username', raw.key('user'));
const entered = (login: Login) => new Provision({ locator: Locator.external({ addresses: [{ host: 'any.example.com', port: 1, tls: Tls.byClient() }] }), login });
const postgres = (p: Program, namespace: string, credentials?: Credential) => new Postgres(p.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace, credentials }) });
const ofOtherNamespace = SecretStore.cluster('data').secret('orders-app', { database: 'dbname', password: 'password', uri: 'uri', username: 'username' })
  .with('ca', SecretStore.cluster('data').property('orders-ca', 'ca.crt'));
const asAccount = (p: Program, serviceAccountName: string, its?: string) => newWorkload(p.topology, 'robot', { serviceAccountName }).uses(
  new Postgres(p.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace: 'shop', serviceAccountName: its }) }));
const service = (p: Program, name: string) => new ApiObject(p.chart, 'by hand', { apiVersion: 'v1', kind: 'Service', metadata: { name } });

class Composing extends Plain {
  public override readonly composes = true as unknown as false;
  public override encodes = () => true as unknown as false;
}

/** A kind that tells a credential, whether or not its provider gives a login. */
function unasked(p: Program, login?: Login): AnyService {
  const provision = login ? entered(login) : AnyService.traits().provision;
  return new class extends AnyService {
    public override bind = () => [BindingEntry.of('key', BindingValue.secret(stored, 'password'), { variable: 'KEY' })];
  }(p.topology, 'a', { ...AnyService.traits(), provision });
}

function reads(p: Program, group: string, id = 'paid-v1', others = ['o', 'g']): void {
  const kafka = new Kafka(p.topology, 'events', { provider: KafkaProvider.external({ bootstrapServers: ['k.example.com:9092'], credentials: stored }) });
  p.web.consumes(kafka.topic('other'), { consumerGroup: others[0] });
  p.web.consumes(kafka.topic('paid.v1'), { consumerGroup: others[1] });
  p.web.consumes(kafka.topic(id, { topicName: 'paid-v1' }), { consumerGroup: group });
}

function roots(p: Program, other: string): void {
  p.made.containers[0].env.addVariable('SERVICE_BINDING_ROOT', EnvValue.fromValue('/bindings'));
  p.made.addContainer({ name: 'second', image: 'second', envVariables: { SERVICE_BINDING_ROOT: EnvValue.fromValue(other) }, securityContext: { ensureNonRoot: false } });
  p.web.uses(p.database(vault.secret('db', { username: 'u', password: 'p', ca: 'ca' })));
}

function reader({ chart }: Program): void {
  new ApiObject(chart, 'reader', {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'reader', labels: { app: 'reader' } }, spec: { containers: [], volumes: [{ name: 'v', secret: { secretName: 'web-cache' } }] },
  });
}

function twoMaps(p: Program, second: string): void {
  p.web.uses(p.cache(stored), { envNames: EnvNames.map({ URL: '{url}' }) });
  p.web.uses(p.cache(stored, 'other'), { envNames: EnvNames.map({ [second]: '{url}' }) });
}

/** What a program is told: its findings, or the refusal of a call. */
function told(declare: Declare): string[] {
  const program = new Program();
  try {
    declare(program);
    new Platform(program.chart, 'platform', { topology: program.topology, secrets: program.secrets, restartOnRotation: program.restarts });
    return program.topology.findings.map(({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`);
  } catch (error) {
    return [(error as Error).message];
  }
}

test.each(ADVICE)('%s: who follows "%s" is told nothing more of it', (code, advice, wrong, followed) => {
  const before = told(wrong).filter(text => text.startsWith(`${code} `));
  expect(before.map(text => text.slice(text.indexOf('; ')))).toEqual(expect.arrayContaining([expect.stringContaining(advice)]));
  expect(told(followed).filter(text => !/^BST(616|001)/.test(text))).toEqual([]);
});
