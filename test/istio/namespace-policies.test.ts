import { IstioMesh, IstioOptions, MutualTls, Topology } from '../../src';
import { expectRefusal } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const LEGACY = 'the old shop has no sidecar until March';
const objects = (options: IstioOptions) => new MeshDeclaration(options).emitted.map(({ kind, metadata: { name, namespace }, spec }) => [`${kind} ${namespace}/${name}`, spec]);

test('nothing is emitted for namespaces of which nothing is said', () => expect(objects({})).toEqual([]));

test('of every option: the mesh first, then namespaces, sorted', () => {
  expect(objects({
    meshPolicy: { mutualTls: MutualTls.STRICT, denyByDefault: true },
    namespacePolicies: {
      shop: { denyByDefault: true },
      legacy: { mutualTls: MutualTls.permissive(LEGACY), denyByDefault: false },
      bare: { mutualTls: MutualTls.disabled(LEGACY) },
    },
  })).toEqual([
    ['PeerAuthentication istio-system/default', { mtls: { mode: 'STRICT' } }], ['AuthorizationPolicy istio-system/allow-nothing', { action: 'ALLOW' }],
    ['PeerAuthentication bare/default', { mtls: { mode: 'DISABLE' } }], ['PeerAuthentication legacy/default', { mtls: { mode: 'PERMISSIVE' } }],
    ['AuthorizationPolicy shop/allow-nothing', { action: 'ALLOW' }],
  ]);
});

test('what holds in the mesh stands in its root namespace', () =>
  expect(objects({ rootNamespace: 'roots', meshPolicy: { denyByDefault: true } })).toEqual([['AuthorizationPolicy roots/allow-nothing', { action: 'ALLOW' }]]));

test.each<[string, IstioOptions, string]>([
  ['BST801', { namespacePolicies: { '*': { denyByDefault: true } } }, 'a DNS label'], ['BST544', { namespacePolicies: { 'istio-system': { denyByDefault: true } } }, 'say it as meshPolicy'],
  ['BST544', { namespacePolicies: { shop: {} } }, 'the policy of shop says nothing'], ['BST544', { meshPolicy: { denyByDefault: false } }, 'meshPolicy says nothing'],
  ['BST544', { meshPolicy: { mutualTls: MutualTls.STRICT.atPort(80, MutualTls.STRICT) } }, 'which only a workload has'],
])('%s: refuses %j', (code, options, words) => {
  const { chart, topology } = new MeshDeclaration();
  expectRefusal(() => new IstioMesh(chart, 'mesh', { topology, ...options }), code, 'test/mesh', words);
});

test('a second topology that says something of the same namespace is found: of two objects of one name the last would hold', () => {
  const declared = new MeshDeclaration({ namespacePolicies: { shop: { mutualTls: MutualTls.STRICT } } });
  declared.workload('web');
  declared.read();
  const other = new Topology(declared.chart, 'other', { namespace: 'shop' });
  new IstioMesh(declared.chart, 'other-mesh', { topology: other, namespacePolicies: { shop: { mutualTls: MutualTls.permissive(LEGACY) } } });
  const found = [declared.topology, other].flatMap(({ findings }) => findings).filter(({ code }) => code === 'BST803');
  expect(found.map(({ problem, fix }) => `${problem}; ${fix}`)).toEqual([expect.stringMatching(/2 objects are PeerAuthentication.security.istio.io "default" in namespace "shop": .*say what is about a whole namespace once/)]);
});
