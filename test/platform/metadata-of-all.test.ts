import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  HttpProvider, HttpService, IstioMesh, Kafka, KafkaProvider, KubernetesServices, Mesh, NetworkPolicies, OutputOptions, Platform, Pods,
  SecretBindings, Secrets, StrimziKafka, Topology, Workload,
} from '../../src';
import { useEverything } from '../secrets/every-service';
import { expectRefusal } from '../support/declare';
import { deployment, emitted, Emitted } from '../support/emitted';

const SAID: OutputOptions = {
  labels: { 'app.kubernetes.io/part-of': 'shop', 'team': 'output' }, annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
};

/** A chart with labels, a service of each kind of provider, and an API with labels of its own for its Service. */
class Shop {
  public readonly chart = new Chart(new App(), 'test', { namespace: 'shop', labels: { team: 'chart', floor: '1' } });
  public readonly topology = new Topology(this.chart, 'shop');
  public readonly pods = deployment(this.chart, 'web');

  constructor() {
    const web = new Workload(this.topology, 'web', { pods: Pods.of(this.pods) });
    useEverything(this.topology, web);
    const api = new Workload(this.topology, 'api', { pods: Pods.fromLabels({
      labels: { app: 'api' }, serviceAccountName: 'api', versions: [{ name: 'v1', labels: { version: 'v1' } }],
    }) });
    const kubernetesService = { perVersion: true, labels: { team: 'service' }, annotations: { 'argocd.argoproj.io/sync-wave': '3', 'own': 'yes' } };
    web.calls(new HttpService(this.topology, 'api', { provider: HttpProvider.workload(api, { kubernetesService }) }));
  }
}

type Make = (shop: Shop, said: OutputOptions) => Construct;
const KINDS = ['AuthorizationPolicy', 'DestinationRule', 'PeerAuthentication', 'ServiceEntry', 'Telemetry', 'VirtualService'];
const OUTPUTS: [name: string, kinds: string[], make: Make][] = [
  ['KubernetesServices', ['Service'], ({ chart, topology }, said) => new KubernetesServices(chart, 'output', { topology, ...said })],
  ['NetworkPolicies', ['NetworkPolicy'], ({ chart, topology }, said) => new NetworkPolicies(chart, 'output', { topology, ...said })],
  ['IstioMesh', KINDS, ({ chart, topology }, said) => new IstioMesh(chart, 'output', { topology, tracing: { samplingPercentage: 1 }, ...said })],
  ['StrimziKafka', ['KafkaAccess', 'KafkaTopic', 'KafkaUser'], ({ chart, topology }, said) => new StrimziKafka(chart, 'output', { topology, ...said })],
  ['SecretBindings', ['ExternalSecret'], ({ chart, topology }, said) => new SecretBindings(chart, 'output', { topology, secrets: Secrets.externalSecrets(), ...said })],
  ['Platform', [...KINDS, 'ExternalSecret', 'KafkaAccess', 'KafkaTopic', 'KafkaUser', 'NetworkPolicy', 'Service'], ({ chart, topology }, said) => (
    new Platform(chart, 'output', { topology, mesh: Mesh.istio({ tracing: { samplingPercentage: 1 } }), secrets: Secrets.externalSecrets(), ...said }))],
];

function outputOf(make: Make, said: OutputOptions): Emitted[] {
  return make(new Shop(), said).node.findAll().filter(ApiObject.isApiObject).map(object => object.toJson() as Emitted);
}

describe.each(OUTPUTS)('what %s emits', (_, kinds, make) => {
  test('has the labels and annotations that are said, and those of the Chart, of each kind', () => {
    const objects = outputOf(make, SAID);
    expect([...new Set(objects.map(({ kind }) => kind))].sort()).toEqual(kinds.slice().sort());
    for (const { kind, metadata } of objects) {
      expect([kind, metadata]).toEqual([kind, expect.objectContaining({
        labels: expect.objectContaining({ 'app.kubernetes.io/part-of': 'shop', 'floor': '1' }),
        annotations: expect.objectContaining({ 'argocd.argoproj.io/sync-wave': expect.any(String) }),
      })]);
    }
  });

  test('differs in nothing else, and not at all where nothing is said', () => {
    const bare = outputOf(make, {}).map(({ metadata, ...rest }) => ({ ...rest, name: metadata.name }));
    expect(outputOf(make, SAID).map(({ metadata, ...rest }) => ({ ...rest, name: metadata.name }))).toEqual(bare);
    expect(JSON.stringify(outputOf(make, { labels: {}, annotations: {} }))).toBe(JSON.stringify(outputOf(make, {})));
  });

  test('is the same in whichever order labels are said', () => {
    const turned = { labels: { 'team': 'output', 'app.kubernetes.io/part-of': 'shop' }, annotations: SAID.annotations };
    expect(JSON.stringify(outputOf(make, turned))).toBe(JSON.stringify(outputOf(make, SAID)));
  });
});

describe('of one key', () => {
  const [, , platform] = OUTPUTS[5];
  const metadataOf = (kind: string, name: string) => (
    outputOf(platform, SAID).find(object => object.kind === kind && object.metadata.name === name)!.metadata);

  test('what is said of a Kubernetes Service holds before what is said of all; its annotations are not those of its versions', () => {
    expect(metadataOf('Service', 'api')).toMatchObject({ labels: { team: 'service', floor: '1' }, annotations: { 'argocd.argoproj.io/sync-wave': '3', 'own': 'yes' } });
    expect(metadataOf('Service', 'api-v1')).toMatchObject({ labels: { team: 'service' }, annotations: { 'argocd.argoproj.io/sync-wave': '-1' } });
  });

  test('what is said of all holds before the Chart\'s, and a topic keeps the label of its cluster', () =>
    expect(metadataOf('KafkaTopic', 'created').labels).toEqual({ ...SAID.labels, 'floor': '1', 'strimzi.io/cluster': 'events' }));
});

test('pods and what else the program makes get nothing', () => {
  const shop = new Shop();
  OUTPUTS[5][2](shop, SAID);
  const made = shop.pods.node.findAll().filter(ApiObject.isApiObject)[0].toJson() as Emitted;
  expect(made.metadata.labels).toEqual({ team: 'chart', floor: '1' });
  expect(JSON.stringify(made)).not.toMatch(/part-of|sync-wave/);
});

test('each of two platforms says its own', () => {
  const app = new App();
  const teams = ['a', 'b'].map(team => {
    const chart = new Chart(app, team, { namespace: team });
    const topology = new Topology(chart, 'shop');
    new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
    new Platform(chart, 'platform', { topology, labels: { team } });
    return chart;
  });
  expect(teams.map(chart => emitted(chart)[0].metadata.labels)).toEqual([{ team: 'a' }, { team: 'b' }]);
});

test.each(OUTPUTS)('%s refuses what can be no label and no annotation at once, and a credential', (_, _kinds, make) => {
  const refuses = (code: string, said: OutputOptions) => expectRefusal(() => make(new Shop(), said), code, 'test/output');
  refuses('BST801', { labels: { a: 'b c' } });
  refuses('BST801', { annotations: { 'a b': 'c' } });
  refuses('BST510', { labels: { a: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a' } });
  refuses('BST510', { annotations: { password: 'x' } });
});

test.each([['StrimziKafka', OUTPUTS[3][2], 'test/output'], ['Platform', OUTPUTS[5][2], 'test/output/kafka']] as const)('BST425: %s refuses the label of one cluster for all objects', (_, make, path) =>
  expectRefusal(() => make(new Shop(), { labels: { 'strimzi.io/cluster': 'events' } }), 'BST425', path, 'leave "strimzi.io/cluster" out of the labels'));

test('a Chart may have that label: topics keep that of their cluster', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'shop', labels: { 'strimzi.io/cluster': 'other' } });
  const topology = new Topology(chart, 'shop');
  new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) }).topic('created');
  new StrimziKafka(chart, 'output', { topology, labels: { team: 'a' } });
  expect(emitted(chart)[0].metadata.labels).toEqual({ 'strimzi.io/cluster': 'events', 'team': 'a' });
});
