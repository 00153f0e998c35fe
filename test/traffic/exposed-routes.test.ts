import { HttpMatch, StringMatch } from '../../src';
import { exposedHostsOf } from '../../src/traffic/exposed-host';
import { exposedRequestsOf, exposedRoutesOf } from '../../src/traffic/exposed-routes';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const { uri } = HttpMatch;
const { exact, prefix } = StringMatch;

test('what one exposure takes side by side is told together, and parted where another one stands between', () => {
  const declared = new MeshDeclaration();
  const door = newGateway(declared.topology);
  const [web, api] = declared.workloads('web', 'api').map(workload => declared.api(workload));
  door.exposes(web, { matches: [uri(exact('/a')), uri(exact('/bb')), uri(prefix('/all/'))] });
  door.exposes(api, { matches: [uri(prefix('/api/v1/'))] });
  const [host] = exposedHostsOf(declared.topology.read(), 'cluster.local');
  expect(exposedRequestsOf(host).map(({ to, conditions }) => [to.service.name, ...conditions.map(({ uri: path }) => path!.text)])).toEqual([['web-api', '/bb', '/a'], ['api-api', '/api/v1/'], ['web-api', '/all/']]);
  expect(exposedRoutesOf(host).map(({ route }) => route.name)).toEqual(['web-api-uri-bb-or-uri-a-all', 'api-api-uri-api-v1-all', 'web-api-uri-all-all']);
});

test('the port of the gateway is asked for where it is said, and that of the service never', () => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology).exposes(declared.users(), { port: 80 });
  const [host] = exposedHostsOf(declared.topology.read(), 'cluster.local');
  expect(exposedRoutesOf(host).map(({ route }) => route.matches)).toEqual([[{ port: 80 }]]);
});

test('a prefix that each path begins with asks for nothing', () => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology).exposes(declared.users(), { matches: [HttpMatch.all(uri(prefix('/')), HttpMatch.method('GET'))] });
  const [host] = exposedHostsOf(declared.topology.read(), 'cluster.local');
  expect(exposedRequestsOf(host).map(({ conditions }) => conditions)).toEqual([[{ methods: ['GET'] }]]);
});
