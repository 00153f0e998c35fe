import { AccessPolicy, Gateway, Jwt, Pods, RequireOptions, Workload, WorkloadStanding } from '../../src';
import { expectRefusal, newWorkload } from '../support/declare';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});

const AT = 'test/shop/workloads/web';
const issuer = (name: string) => Jwt.ofIssuer(`https://${name}.example.com`);
const deny = (name: string) => AccessPolicy.deny(name, { rules: [{ methods: ['DELETE'] }] });
const EVERY: Required<RequireOptions> = { claims: { groups: ['a', 'b'], scope: ['c'] }, ports: [80, 8080], exceptPaths: ['/a', '/b/*'], exceptMethods: ['HEAD', 'OPTIONS'], optional: true };

test('a workload demands no token and has no policy of which nothing was said', () => {
  const graph = declared.topology.read();
  expect([graph.requiredTokensOf(web), graph.policiesOf(web)]).toEqual([[], []]);
});

test('tokens and policies are found by the workload, sorted', () => {
  for (const name of ['b', 'a']) web.requires(issuer(name));
  for (const name of ['z', 'y']) web.enforces(deny(name));
  const other = declared.workload('other');
  const graph = declared.topology.read();
  expect(graph.requiredTokensOf(web).map(({ jwt }) => jwt.issuer)).toEqual(['https://a.example.com', 'https://b.example.com']);
  expect(graph.policiesOf(web).map(({ name }) => name)).toEqual(['y', 'z']);
  expect([graph.requiredTokensOf(other), graph.policiesOf(other)]).toEqual([[], []]);
});

test('what is demanded of a token is kept, sorted and unchangeable', () => {
  web.requires(issuer('a'), { ...EVERY, claims: { scope: ['c'], groups: ['b', 'a', 'b'] }, ports: [8080, 80], exceptPaths: ['/b/*', '/a'], exceptMethods: ['OPTIONS', 'HEAD'] });
  const [token] = declared.topology.read().requiredTokensOf(web);
  expect(token).toMatchObject(EVERY);
  expect(() => Object.assign(token, { optional: false })).toThrow(TypeError);
});

test('a gateway and a workload on its way into the mesh may say so; BST541: somebody else\'s may not', () => {
  const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  const moving = newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING });
  const theirs = newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN });
  for (const workload of [door, moving]) workload.requires(issuer('a'));
  expectRefusal(() => theirs.requires(issuer('a')), 'BST541', 'test/shop/workloads/theirs', 'somebody else\'s');
  expectRefusal(() => theirs.enforces(deny('a')), 'BST541', 'test/shop/workloads/theirs', 'let its owner declare it');
});

test('BST006: what is said twice is refused, and a policy of a name that is taken', () => {
  web.requires(issuer('a'));
  web.enforces(deny('a'));
  expectRefusal(() => web.requires(issuer('a')), 'BST006', `${AT} requires a token of https://a.example.com`, 'is declared already');
  expectRefusal(() => web.enforces(deny('a')), 'BST006', `${AT} enforces a`, 'give the other policy another name');
});

test.each<RequireOptions>([{ ports: [80] }, { exceptPaths: ['/a'] }, { exceptMethods: ['OPTIONS'] }, { optional: true }])('BST542: of several issuers one is enough, so that all are demanded of the same requests: not %j', options => {
  web.requires(issuer('a'));
  web.requires(issuer('c'), { claims: { groups: ['x'] } });
  expectRefusal(() => web.requires(issuer('b'), options), 'BST542', `${AT} requires a token of https://b.example.com`, 'of other requests');
});

test.each<[string, RequireOptions, string]>([
  ['BST542', { exceptPaths: ['/a', '/*'] }, 'no token is ever demanded'], ['BST542', { exceptPaths: ['/{**}'] }, 'no token is ever demanded'],
  ['BST542', { ports: [] }, 'no ports'], ['BST542', { exceptPaths: [] }, 'no exceptPaths'], ['BST542', { exceptMethods: [] }, 'no exceptMethods'], ['BST801', { exceptMethods: ['get'] }, 'an HTTP method'], ['BST542', { claims: { groups: [] } }, 'no values of groups'], ['BST007', { ports: [0] }, '1..65535'],
  ['BST801', { claims: { 'a[b]': ['c'] } }, 'a claim'], ['BST801', { claims: { a: [''] } }, 'the value of a claim'], ['BST801', { exceptPaths: ['a'] }, 'does not begin'],
])('%s: refuses to demand %j', (code, options, words) => expectRefusal(() => web.requires(issuer('a'), options), code, `${AT} requires a token of https://a.example.com`, words));

test('BST012: refuses to be said after an output has read the topology', () => {
  declared.topology.read();
  expectRefusal(() => web.requires(issuer('a')), 'BST012', AT, 'was declared after');
  expectRefusal(() => web.enforces(deny('a')), 'BST012', AT, 'was declared after');
});
