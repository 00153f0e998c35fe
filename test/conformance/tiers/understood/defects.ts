import { App, Chart } from 'cdk8s';
import {
  HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { account, deployment } from '../../../../examples/deployment';
import { Manifest } from '../../harness/manifests';
import { Target } from '../../harness/mutation';

/** Something that makes a mesh misbehave, as YAML that is broken by hand and as a declaration of it. */
export interface Defect {
  readonly what: string;
  /** Code of `istioctl analyze`. */
  readonly finding: string;
  /** The object that is broken, and that it is found in. */
  readonly object: Target & { readonly namespace: string };
  readonly breakIt: (object: Manifest) => void;
  /** Code of this library. */
  readonly refusal: string;
  /** Synthesis included. */
  readonly declare: () => void;
}

/** Declares something wrong of a workload that is right. */
function declaring(declare: (chart: Chart, topology: Topology, web: Workload) => void): () => void {
  return () => {
    const app = new App();
    const chart = new Chart(app, 'chart', { namespace: 'shop' });
    const topology = new Topology(chart, 'shop');
    declare(chart, topology, new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) }));
    new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
    app.synthYaml();
  };
}

function versions(chart: Chart, topology: Topology, label: (version: string) => Record<string, string>): Workload {
  const identity = account(chart, 'reviews');
  const version = (name: string) => deployment(chart, name, { image: 'registry.example.com/reviews:1', labels: { app: 'reviews', ...label(name) }, account: identity });
  return new Workload(topology, 'reviews', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
}

const PAYMENTS = 'payments.example.com';

/** What `istioctl analyze` knows and a declaration can say. Most of what it knows cannot be said: no declaration names a host, a port or a label of its own. */
export const DEFECTS: readonly Defect[] = [
  {
    what: 'a route to a version that there is not',
    finding: 'IST0101',
    object: { kind: 'VirtualService', name: 'reviews', namespace: 'books' },
    breakIt: ({ spec }) => { spec.http[0].route[0].destination.subset = 'v3'; },
    refusal: 'BST604',
    declare: declaring((chart, topology) => {
      const reviews = versions(chart, topology, version => ({ version }));
      new HttpService(topology, 'reviews', { provider: HttpProvider.workload(reviews), routes: [HttpRoute.split({ v1: 90, v3: 10 })] });
    }),
  },
  {
    what: 'a version that no pod is labelled with',
    finding: 'IST0173',
    object: { kind: 'DestinationRule', name: 'reviews', namespace: 'books' },
    breakIt: ({ spec }) => { spec.subsets[1].labels.version = 'two'; },
    refusal: 'BST604',
    declare: declaring((chart, topology, web) => {
      web.calls(new HttpService(topology, 'reviews', { provider: HttpProvider.workload(versions(chart, topology, version => ({ version: `release-${version}` }))) }));
    }),
  },
  {
    what: 'one host in two objects',
    finding: 'IST0109',
    object: { kind: 'VirtualService', name: 'front-end', namespace: 'books' },
    breakIt: ({ spec }) => { spec.hosts = ['reviews.books.svc.cluster.local']; },
    refusal: 'BST602',
    declare: declaring((_, topology, web) => {
      for (const id of ['one', 'two']) web.calls(new HttpService(topology, id, { provider: HttpProvider.external(`https://${PAYMENTS}`) }));
    }),
  },
  {
    what: 'one host and port with two protocols',
    finding: 'IST0177',
    object: { kind: 'ServiceEntry', name: 'cache', namespace: 'shop' },
    breakIt: ({ spec }) => { Object.assign(spec, { hosts: [PAYMENTS], ports: [{ ...spec.ports[0], number: 80 }] }); },
    refusal: 'BST602',
    declare: declaring((_, topology, web) => {
      web.calls(new HttpService(topology, 'payments', { provider: HttpProvider.external(`http://${PAYMENTS}:6379`) }));
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: PAYMENTS, credentials: SecretStore.cluster('vault').secret('cache') }) }));
    }),
  },
];
