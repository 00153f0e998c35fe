import { ApiObject } from 'cdk8s';
import { BindingDelivery, Pods, SecretBindings, Secrets, StrimziKafka, Workload } from '../../src';
import { newWorkload } from '../support/declare';
import { deployment, emitted, podTemplate, yaml } from '../support/emitted';
import { secretData } from '../support/external-secrets-operator';
import { environmentOf, filesOf } from '../support/kubelet';
import { Declaration } from '../support/topology';
import { OPERATORS, PASSWORD, STORE, useEverything } from './every-service';

function bindEverything() {
  const declared = new Declaration();
  const made = deployment(declared.chart, 'web');
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(made), delivery: BindingDelivery.VARIABLES_AND_FILES });
  useEverything(declared.topology, web);
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  const bindings = new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  return { ...declared, web, bindings };
}

/** What a container of `web` finds when the operators and the kubelet have done their work. */
function running() {
  const { chart } = bindEverything();
  const supplied = emitted(chart, 'ExternalSecret').map(secret => [secret.spec.target.name, secretData(secret, STORE)]);
  const secrets = { ...OPERATORS, ...Object.fromEntries(supplied) };
  const template = podTemplate(chart, 'web');
  return { environment: environmentOf(template.spec.containers[0], secrets), files: filesOf(template.spec.containers[0], template, secrets) };
}

test('the pods of a workload that depends on a service of each kind of provider', () => {
  const { metadata: { annotations }, spec: { containers: [{ env, volumeMounts }], volumes } } = podTemplate(bindEverything().chart, 'web');
  expect(yaml([{ annotations, env, volumeMounts, volumes } as never])).toMatchSnapshot();
});

test('a container starts with an address for each service, each credential encoded where it stands in a URL', () => {
  const { environment } = running();
  const encoded = 'p%40ss%2Fw%3Ard%3F%23%25%2B%20%24%28HOME%29%24%24%C3%BC%26%3D';
  expect(Object.fromEntries(environment)).toEqual({
    CACHE_URL: `rediss://cache%20user:${encoded}@cache.example.com:6379/0`,
    LDAP_HOST: 'ldap.example.com',
    LDAP_PORT: '636',
    LEGACY_DB_URL: 'postgresql://l:encoded@legacy.example.com:5432/l',
    MANAGED_DB_URL: `postgresql://db:${encoded}@db.example.com:5432/my%20%24%28DB%29?sslmode=verify-full&sslrootcert=/bindings/managed-db/ca.crt`,
    MESSAGES_BROKERS: 'events-kafka-bootstrap.kafka.svc:9093',
    MESSAGES_CA_FILE: '/bindings/messages/ca.crt',
    MESSAGES_GROUP_ID: 'web-group',
    MESSAGES_PASSWORD: 'kafka password',
    MESSAGES_SASL_MECHANISM: 'SCRAM-SHA-512',
    MESSAGES_SECURITY_PROTOCOL: 'SASL_SSL',
    MESSAGES_USERNAME: 'shop.web.events',
    ORDERS_DB_URI: 'postgresql://app:Generated1@orders-rw.shop:5432/app',
    ORDERS_DB_URL: 'postgresql://app:Generated1@orders-rw.shop:5432/app?sslmode=verify-full&sslrootcert=/bindings/orders-db/ca.crt',
    PAYMENTS_URL: 'http://payments.example.com:8080/v1/$(HOME)',
    SERVICE_BINDING_ROOT: '/bindings',
  });
});

test('and finds a folder for each, with type, provider and every part as it is kept', () => {
  const { files } = running();
  const below = (binding: string) => Object.fromEntries([...files].flatMap(([path, text]) =>
    path.startsWith(`/bindings/${binding}/`) ? [[path.slice(binding.length + 11), text]] : []));
  expect(below('messages')).toEqual({
    'type': 'kafka', 'provider': 'strimzi', 'bootstrap-servers': 'events-kafka-bootstrap.kafka.svc:9093', 'securityProtocol': 'SASL_SSL', 'saslMechanism': 'SCRAM-SHA-512',
    'username': 'shop.web.events', 'password': 'kafka password', 'group.id': 'web-group', 'ca.crt': 'PEM of Strimzi',
  });
  expect(below('managed-db')).toMatchObject({ 'type': 'postgresql', 'username': 'db', 'password': PASSWORD, 'ca.crt': 'PEM of the store', 'database': 'my $(DB)' });
  expect(below('payments')).toEqual({ type: 'http', uri: 'http://payments.example.com:8080/v1/$(HOME)' });
});

test('every variable that another refers to stands before it', () => {
  const { env } = podTemplate(bindEverything().chart, 'web').spec.containers[0];
  env!.forEach(({ value }, position) => {
    const referred = [...(value ?? '').replaceAll('$$', '').matchAll(/\$\(([^)]*)\)/g)].map(([, name]) => name);
    expect(env!.slice(0, position).map(({ name }) => name)).toEqual(expect.arrayContaining(referred));
  });
});

test('tells what pods that another program makes are due, and emits what fills their Secrets', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  useEverything(declared.topology, web);
  const { web: ours, bindings: oursBound } = bindEverything();
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  const bindings = new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  expect(bindings.variablesOf(web)).toEqual(oursBound.variablesOf(ours));
  expect(bindings.variablesOf(web)).toContainEqual({ name: 'CACHE_URL', secretName: 'web-cache', secretKey: 'uri' });
  expect([...new Set(emitted(declared.chart).map(({ kind }) => kind))].sort()).toEqual(['ExternalSecret', 'KafkaAccess', 'KafkaTopic', 'KafkaUser']);
});

test('a workload without dependencies is left alone', () => {
  const { chart, topology } = new Declaration();
  const made = deployment(chart, 'idle');
  const idle = new Workload(topology, 'idle', { pods: Pods.of(made) });
  const before = JSON.stringify(ApiObject.of(made).toJson());
  const bindings = new SecretBindings(chart, 'bindings', { topology });
  expect([JSON.stringify(ApiObject.of(made).toJson()), bindings.variablesOf(idle)]).toEqual([before, []]);
});

test('knows nothing of a workload of another topology', () => {
  const { bindings } = bindEverything();
  expect(bindings.variablesOf(newWorkload(new Declaration().topology, 'web'))).toEqual([]);
});
