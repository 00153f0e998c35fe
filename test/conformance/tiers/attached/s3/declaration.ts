import { App, Chart } from 'cdk8s';
import { EnvNames, ObjectStorage, ObjectStorageProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

/** A bucket in the path of requests, and one that has a host of its own. */
export const ARCHIVE = { name: 'shop-archive', host: 's3.example.com' };
export const PICTURES = { name: 'shop-pictures', host: 'objects.example.com' };

/** What the SDKs of AWS read by themselves; the bucket and the style of paths they are told in code. */
const OF_SDKS = {
  AWS_ENDPOINT_URL_S3: '{endpoint-url}', AWS_REGION: '{region}', AWS_ACCESS_KEY_ID: '{access-key-id}', AWS_SECRET_ACCESS_KEY: '{secret-access-key}', BUCKET: '{bucket}',
};

/** Programs that read what the SDKs look for, and programs that read the binding's own names, in both styles of paths. */
export function programs(app: App): void {
  const chart = new Chart(app, 's3', { namespace: 's3' });
  const topology = new Topology(chart, 's3');
  const credentials = SecretStore.cluster('vault').secret('s3/shop', { 'access-key-id': 'username', 'secret-access-key': 'password', 'ca': 'ca' });
  const bucket = (id: string, { name, host }: typeof ARCHIVE, pathStyle?: boolean) => new ObjectStorage(topology, id, {
    provider: ObjectStorageProvider.external({ url: `https://${host}`, bucket: name, region: 'eu-1', pathStyle, credentials }),
  });
  const archive = bucket('archive', ARCHIVE);
  const pictures = bucket('pictures', PICTURES, false);
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  // Python's SDK takes an authority by a variable of its own, whichever server it goes to; Node itself does.
  workload('python-sdk').uses(archive, { envNames: EnvNames.map({ ...OF_SDKS, AWS_CA_BUNDLE: '{ca:file}' }) });
  workload('node-sdk').uses(archive, { envNames: EnvNames.map({ ...OF_SDKS, NODE_EXTRA_CA_CERTS: '{ca:file}' }) });
  workload('python').uses(pictures);
  workload('node').uses(archive);
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
