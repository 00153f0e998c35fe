import { CustomProvider, CustomService, CustomServiceProps, DataAccess, EnvNames, ExternalCustomProps, HttpProvider, Protocol, ServiceShape, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

type Said = Partial<Omit<CustomServiceProps, 'provider'>>;

const credentials = vault.secret('mqtt', { username: 'u', password: 'p', ca: 'ca' });
const external = (said: Said = {}, at: Partial<ExternalCustomProps> = {}, topology = newTopology()) => new CustomService(topology, 'devices', {
  bindingType: 'mqtt', ...said, provider: CustomProvider.external({ host: 'mqtt.example', port: 8883, tls: Tls.byClient(), credentials, ...at }),
});
const read = (service: CustomService, access?: DataAccess) => readable(told(service, newWorkload(newTopology(), 'orders'), access));

test('tells host, port and each part of the credential where nothing else is said', () => {
  const service = external();
  expect(service).toMatchObject({ bindingType: 'mqtt', shape: ServiceShape.API, protocol: Protocol.TCP, clientRouted: false, maxConnections: undefined });
  expect(read(service)).toEqual({
    'HOST': 'mqtt.example', '(host)': 'mqtt.example', 'PORT': '8883', '(port)': '8883',
    'USERNAME': '{mqtt u}', '(username)': '{mqtt u}', 'PASSWORD': '{mqtt p}', '(password)': '{mqtt p}',
  });
});

test('tells the texts that are said, each as a variable and a file, and nothing else', () => {
  const entries = { 'url': 'mqtts://{username:percent}:{password:percent}@{servers}?tls={ssl}', 'topic-filter': 'orders/#' };
  const url = 'mqtts://{mqtt u %}:{mqtt p %}@mqtt.example:8883?tls=true';
  expect(read(external({ entries }))).toEqual({ 'URL': url, '(url)': url, 'TOPIC_FILTER': 'orders/#', '(topic-filter)': 'orders/#' });
});

test('a consumer names variables over its texts and over the parts that none of them is', () => {
  const topology = newTopology();
  const orders = newWorkload(topology, 'orders');
  const envNames = EnvNames.map({ MQTT: '{url}', MQTT_PASSWORD: '{password}', MQTT_CA: '{ca:file}' });
  const service = external({ entries: { url: 'mqtts://{servers}' } }, { tls: Tls.byClient(TlsAuthority.LOGIN) }, topology);
  orders.uses(service, { envNames });
  expect(topology.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['MQTT', 'MQTT_CA', 'MQTT_PASSWORD']);
});

test('a role that is named as a certificate is a file, as it is everywhere', () => {
  const certificates = vault.secret('mqtt', { 'client-certificate': 'crt', 'private-key': 'key' });
  expect(read(external({ entries: { 'host': '{host}', 'private-key': '{private-key}' } }, { credentials: certificates }))).toEqual({
    'HOST': 'mqtt.example', '(host)': 'mqtt.example', 'PRIVATE_KEY_FILE': '/bindings/b/client.key', '(client.key)': '{mqtt key}', '(client.crt)': '{mqtt crt}',
  });
});

test('several servers are told, and a mesh leaves them to clients that find the others themselves', () => {
  const service = external({ clientRouted: true, shape: ServiceShape.DATABASE, maxConnections: 9 }, { host: '2001:db8::7', otherHosts: ['b.example'], credentials: undefined });
  expect(service).toMatchObject({ clientRouted: true, shape: ServiceShape.DATABASE, maxConnections: 9 });
  expect(read(service)).toMatchObject({ 'SERVERS': '[2001:db8::7]:8883,b.example:8883', '(servers)': '[2001:db8::7]:8883,b.example:8883' });
});

test('a consumer that only reads is told what it enters with', () => {
  const service = external({ entries: { login: '{username}' } }, { readOnlyCredentials: vault.secret('reader') });
  expect(read(service, DataAccess.READ_ONLY)).toMatchObject({ LOGIN: '{reader username}' });
});

test('a server that speaks HTTP is called, and its requests can be timed', () => {
  const topology = newTopology();
  const provider = CustomProvider.workload(newWorkload(topology, 'clickhouse'), { port: 8123, protocol: Protocol.HTTP });
  const service = new CustomService(topology, 'events', { bindingType: 'clickhouse', provider });
  expect([service.showsRequests, newWorkload(topology, 'orders').calls(service).verb]).toEqual([true, 'calls']);
});

test.each<[string, Said['entries'], string]>([
  ['BST018', {}, 'there is none'], ['BST801', { URL: '{host}' }, 'a role of a binding'], ['BST510', { password: 'CANARY' }, 'password'], ['BST511', { url: 'mqtt://u:CANARY@{host}' }, 'not repeated'],
])('%s: refuses entries %j', (code, entries, message) => {
  expectRefusal(() => external({ entries }), code, 'chart/shop/devices', message);
  expect(() => external({ entries })).not.toThrow('CANARY');
});

test.each<[string, Said['entries'], string]>([
  ['BST018', { url: '{token}' }, 'no role "token"'], ['BST018', { url: 'x://{password}@{host}' }, 'how it is encoded'],
])('%s: refuses to tell %j', (code, entries, message) => expectRefusal(() => read(external({ entries })), code, 'chart/shop/devices', message));

test.each(['type', 'provider'])('BST801: refuses the role %s, whose file every binding has', role => {
  const topology = newTopology();
  const orders = newWorkload(topology, 'orders');
  orders.uses(external({ entries: { [role]: '{host}' } }, {}, topology));
  expectRefusal(() => topology.read().bindingsOf(orders)[0].entries, 'BST801', 'chart/shop/workloads/orders uses devices', 'a file of a binding');
});

test('BST016: refuses TLS of the mesh to several hosts', () => expectRefusal(
  () => external({}, { otherHosts: ['b.example'], tls: Tls.BY_MESH }), 'BST016', 'chart/shop/devices'));

test.each(['MQTT', 'a b', ''])('BST801: refuses the type %p', bindingType => expectRefusal(() => external({ bindingType }), 'BST801', 'chart/shop/devices', 'the type'));

test('BST021: takes no provider of another kind', () => expectRefusal(
  () => new CustomService(newTopology(), 'a', { bindingType: 'a', provider: HttpProvider.external('https://a.example') as unknown as CustomProvider }), 'BST021', 'chart/shop/a', 'CustomProvider'));

test('survives hostile text', () => survivesHostileText(text => {
  external({ bindingType: text });
  read(external({ entries: { url: text } }));
}));
