import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Duration } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { ROOT } from '../../build-tools/files';
import { synthesized } from '../../examples/istio/piece';
import { PIECES } from '../../examples/istio/pieces';
import { KNOWN_IMAGES } from '../../examples/known-images/known-images';
import { shop } from '../../examples/shop/shop';
import { STAGES, stages } from '../../examples/stages/stages';
import { STAGES as STOREFRONT } from '../../examples/storefront/stage';
import { storefront } from '../../examples/storefront/storefront';
import { twelveFactor } from '../../examples/twelve-factor/twelve-factor';
import { GatewayListener, IstioVersion, Mesh, Platform, ReleaseChannel, RetryPolicy, Topology } from '../../src';
import { AnyObject, EXPERIMENTAL, RELEASES, UpstreamSchemas, Verdict } from '../support/crd-schemas';
import { everyOption } from '../support/every-option';
import { everySupplier } from '../support/every-supplier';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';
import { newerDeclaration } from '../support/newer';

/** The objects as a cluster would read them, from YAML text. */
function objectsOf(name: string, namespace: string, declare: (chart: Chart) => Topology): AnyObject[] {
  const app = new App();
  declare(new Chart(app, name, { namespace }));
  return loadAll(app.synthYaml()) as AnyObject[];
}

function tlsBehindGateway(): AnyObject[] {
  const declared = new GatewayApiDeclaration();
  declared.door({ listeners: [GatewayListener.tlsPassthrough({ hosts: SHOP })] }).exposes(declared.sealed());
  new Platform(declared.chart, 'platform', { topology: declared.topology });
  return loadAll(declared.app.synthYaml()) as AnyObject[];
}

function repeatedWithoutSidecars(): AnyObject[] {
  const declared = new GatewayApiDeclaration();
  declared.workload('web').calls(declared.pages(), { retry: RetryPolicy.attempts(2), timeout: Duration.seconds(2) });
  new Platform(declared.chart, 'platform', { topology: declared.topology, mesh: Mesh.ambient(), gatewayApiChannel: ReleaseChannel.EXPERIMENTAL });
  return loadAll(declared.app.synthYaml()) as AnyObject[];
}

const DECLARED: [string, AnyObject[]][] = [
  ['twelve-factor', objectsOf('twelve-factor', 'books', twelveFactor)],
  ['shop', objectsOf('shop', 'shop', shop)],
  ...Object.entries(KNOWN_IMAGES).map(([name, declare]): [string, AnyObject[]] => [name, objectsOf(name, name, declare)]),
  ...Object.entries(STAGES).map(([stage, providers]): [string, AnyObject[]] => [`the stage ${stage}`, objectsOf(stage, 'orders', chart => stages(chart, providers))]),
  ...Object.entries(STOREFRONT).map(([name, stage]): [string, AnyObject[]] => [`the storefront in ${name}`, objectsOf(name, stage.namespace, chart => storefront(chart, stage))]),
  ['each piece of docs/istio.md', Object.values(PIECES).flat().filter(({ needs }) => needs === undefined).flatMap(piece => loadAll(synthesized(piece).yaml) as AnyObject[])],
  ['every supplier of secrets', objectsOf('supplied', 'supplied', everySupplier)],
  ['connections by TLS behind a gateway', tlsBehindGateway()],
  ['a mesh without sidecars that repeats', repeatedWithoutSidecars()],
  ['every option', objectsOf('all', 'all', everyOption)],
];

const schemas = new UpstreamSchemas(RELEASES);
const experimental = new UpstreamSchemas([EXPERIMENTAL]);
const OF_CRDS = /^(secrets-store\.csi\.x-k8s\.io|gateway\.networking\.k8s\.io)\//;
const isOfKubernetes = ({ apiVersion }: AnyObject) => !apiVersion.includes('.') || apiVersion.includes('.k8s.io/') && !OF_CRDS.test(apiVersion);
const validated = new Map<string, Map<string, number>>();

/** By the CRDs of the channel that a route is for. */
function judge(object: AnyObject): Verdict[] {
  const isForExperimental = object.kind === 'HTTPRoute' && JSON.stringify(object).includes('"retry":');
  return (isForExperimental ? experimental : schemas).judge(object);
}

/** What is wrong with the objects; an object that nothing validates is wrong too. */
function problemsOf(objects: AnyObject[]): string[] {
  return objects.flatMap(object => {
    const verdicts = judge(object);
    for (const { source } of verdicts) {
      const kinds = validated.get(source) ?? new Map<string, number>();
      validated.set(source, kinds.set(object.kind, (kinds.get(object.kind) ?? 0) + 1));
    }
    return verdicts.length === 0
      ? [`${object.apiVersion} ${object.kind} ${object.metadata.name}: no schema`]
      : verdicts.flatMap(({ source, problems }) => problems.map(problem => `${problem} (${source})`));
  });
}

describe.each(DECLARED)('the YAML of %s', (_, objects) => {
  test('has only objects of Kubernetes that its schemas accept', () => {
    const own = objects.filter(isOfKubernetes);
    expect(own.length).toBeGreaterThan(0);
    expect(problemsOf(own)).toEqual([]);
  });

  test('has only custom resources that the CRDs of each supported release accept', () => {
    const custom = objects.filter(object => !isOfKubernetes(object));
    expect(custom.length).toBeGreaterThan(0);
    expect(problemsOf(custom)).toEqual([]);
  });
});

describe.each<[string, AnyObject[]]>([
  ['what came with Istio 1.31', loadAll(newerDeclaration(IstioVersion.V1_31).app.synthYaml()) as AnyObject[]],
  ['each piece of docs/istio.md that needs Istio 1.31', Object.values(PIECES).flat().filter(({ needs }) => needs === IstioVersion.V1_31).flatMap(piece => loadAll(synthesized(piece).yaml) as AnyObject[])],
])('the YAML of %s', (_, objects) => {
  const verdicts = objects.filter(({ kind }) => kind === 'DestinationRule').flatMap(object => schemas.judge(object));
  const problemsBy = (release: string) => verdicts.filter(({ source }) => source === release).flatMap(({ problems }) => problems);

  test('is accepted by the CRDs of that release', () => {
    expect(verdicts.length).toBeGreaterThan(0);
    expect(problemsBy('Istio 1.31.4')).toEqual([]);
  });

  test('has fields that those before it do not know, which is why they are refused', () => expect(problemsBy('Istio 1.30.3')).not.toEqual([]));
});

test('of the same declaration for Istio 1.30, whoever accepts what is found, the CRDs of both releases accept all', () =>
  expect(problemsOf((loadAll(newerDeclaration(IstioVersion.V1_30).app.synthYaml()) as AnyObject[]).filter(({ kind }) => kind === 'DestinationRule'))).toEqual([]));

/** Two APIs have a Gateway. */
function nameOf({ apiVersion, kind }: AnyObject): string {
  return apiVersion.startsWith('gateway.networking.k8s.io/') ? `${kind} of the Gateway API` : kind;
}

test('every kind that the outputs emit is validated, Istio and Strimzi in two releases', () => {
  const releases = new Map(DECLARED.flatMap(([, objects]) => objects)
    .map(object => [nameOf(object), schemas.judge(object).map(({ source }) => source.split(',')[0])]));
  const istio = ['Istio 1.31.4', 'Istio 1.30.3'];
  const strimzi = ['Strimzi 1.2.0', 'Strimzi 0.51.0'];
  expect(Object.fromEntries([...releases].sort())).toEqual({
    'AuthorizationPolicy': istio,
    'Database': ['CloudNativePG 1.30.0'],
    'DatabaseRole': ['CloudNativePG 1.30.0'],
    'Deployment': ['Kubernetes 1.28'],
    'DestinationRule': istio,
    'ExternalSecret': ['External Secrets 1.3.2', 'External Secrets 2.9.0'],
    'GRPCRoute of the Gateway API': ['Gateway API 1.6.0'],
    'Gateway of the Gateway API': ['Gateway API 1.6.0'],
    'Gateway': istio,
    'HTTPRoute of the Gateway API': ['Gateway API 1.6.0'],
    'KafkaAccess': ['Kafka Access Operator 0.3.0'],
    'KafkaTopic': strimzi,
    'KafkaUser': strimzi,
    'NetworkPolicy': ['Kubernetes 1.28'],
    'OnePasswordItem': ['1Password Operator 1.12.0'],
    'Password': ['External Secrets 1.3.2', 'External Secrets 2.9.0'],
    'PeerAuthentication': istio,
    'ReferenceGrant of the Gateway API': ['Gateway API 1.6.0'],
    'RequestAuthentication': istio,
    'Rollout': ['Argo Rollouts 1.9.0'],
    'SecretProviderClass': ['Secrets Store CSI Driver 1.6.0'],
    'Service': ['Kubernetes 1.28'],
    'ServiceAccount': ['Kubernetes 1.28'],
    'ServiceEntry': istio,
    'Sidecar': istio,
    'StatefulSet': ['Kubernetes 1.28'],
    'TCPRoute of the Gateway API': ['Gateway API 1.6.0'],
    'TLSRoute of the Gateway API': ['Gateway API 1.6.0'],
    'Telemetry': istio,
    'VaultDynamicSecret': ['Vault Secrets Operator 1.4.1'],
    'VaultStaticSecret': ['Vault Secrets Operator 1.4.1'],
    'VirtualService': istio,
    'WorkloadEntry': istio,
    'WorkloadGroup': istio,
  });
});

describe('validation', () => {
  const service = (spec: object, name = 'a') => ({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec });
  const virtualService = (spec: object) => ({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec });
  const problems = (object: AnyObject) => schemas.judge(object).flatMap(verdict => verdict.problems).join('\n');

  test.each([
    ['a field that Kubernetes does not know', service({ ports: [{ port: 80, colour: 'red' }] }), 'colour'],
    ['a name of cdk8s-plus for a field', service({ clusterIp: 'None' }), 'clusterIp'],
    ['a number as text', service({ ports: [{ port: '80' }] }), '/spec/ports/0/port must be number'],
    ['a missing field', service({ ports: [{}] }), "must have required property 'port'"],
    ['a name that cannot be', service({}, 'a_b'), '/metadata/name must match pattern'],
    ['a field that metadata does not have', { ...service({}), metadata: { name: 'a', label: {} } }, 'label'],
  ])('finds %s', (_, object, words) => {
    expect(problems(object)).toContain(words);
  });

  test('accepts a Service', () => {
    expect(problems(service({ clusterIP: 'None', ports: [{ port: 80, targetPort: 'http' }], selector: { a: 'b' } }))).toBe('');
  });

  test.each([
    ['a field that the CRD does not know', virtualService({ http: [{ retry: {} }] }), 'retry'],
    ['a wrong type', virtualService({ hosts: 'a' }), '/spec/hosts must be array'],
    ['a value that is not in the list', { ...virtualService({ mtls: { mode: 'ON' } }), apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication' }, 'allowed values'],
    ['two fields of which one is due', virtualService({ http: [{ match: [{ uri: { exact: 'a', prefix: 'b' } }] }] }), 'must match exactly one schema in oneOf'],
    ['an unknown field deep below', { ...virtualService({ kafka: { name: 'a', listeners: 'b' }, user: { kind: 'a', name: 'b', apiGroup: 'c' } }), apiVersion: 'access.strimzi.io/v1alpha1', kind: 'KafkaAccess' }, 'listeners'],
  ])('finds %s', (_, object, words) => {
    expect(problems(object)).toContain(words);
  });

  test('lets what a schema preserves pass', () => {
    const topic = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', metadata: { name: 'a' }, spec: { partitions: 1, config: { 'any.thing': 1 } } };
    expect(problems(topic)).toBe('');
  });

  test.each([...RELEASES, EXPERIMENTAL].filter(({ pin }) => pin !== undefined).map(({ name, pin }) => [name, ...pin!] as const))('%s is what %s pins', (_, file, text) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(text);
  });

  test('knows nothing of a kind that it has no schema of', () => {
    expect(schemas.judge({ apiVersion: 'v1', kind: 'Nothing', metadata: { name: 'a' } })).toEqual([]);
    expect(schemas.judge({ apiVersion: 'example.com/v1', kind: 'Service', metadata: { name: 'a' } })).toEqual([]);
  });
});

afterAll(() => {
  const lines = [...validated].map(([source, kinds]) =>
    `validated against ${source}: ${[...kinds].sort().map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  console.log([
    ...lines,
    `left to an API server: ${schemas.celRules} sets of CEL rules (x-kubernetes-validations) and formats of these CRDs`,
    'left to an API server: enums, patterns and bounds of Kubernetes\' own kinds, because cdk8s-plus-28 does not carry them',
  ].join('\n'));
});
