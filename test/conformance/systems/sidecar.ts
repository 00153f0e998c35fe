import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, RunningProgram, WORK } from '../harness/process';
import { ISTIO } from '../toolbox/istio';
import { PYTHON } from '../toolbox/python';
import { DISCOVERY_ADDRESS } from './istiod';
import { CERTIFICATES, folderOfPod, IDENTITY_ALONE } from './pod-identity';
import { OLDER_WAYPOINT, withoutMetadataDiscovery } from './waypoint';

/** Istio's user for proxies, whose traffic is not captured: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const PROXY_USER = '1337';

const SHARED_FOLDER = join(WORK, 'shared');
const AGENT = join(SHARED_FOLDER, 'pilot-agent');
const BOOTSTRAP = join(SHARED_FOLDER, 'envoy_bootstrap.json');

/** Sends all traffic of a pod through its sidecar. */
const CAPTURE = [AGENT, 'istio-iptables', '-p', '15001', '-z', '15006', '-u', PROXY_USER, '-g', PROXY_USER, '-m', 'REDIRECT', '-i', '*', '-x', '', '-b', '*', '-d', '15090,15021,15020'];
/** Lets the proxy's user listen at ports below 1024. */
const LOW_PORTS = ['sh', '-c', 'echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start'];

/** What the proxy's user has to read, although it may lie in somebody's home. */
const SHARED = {
  'envoy': PYTHON.path('lib/python3.11/site-packages/envoy/_bin/envoy'),
  'pilot-agent': ISTIO.path('bin/pilot-agent'),
};

/** A sidecar stands before an application; a router is a gateway; a waypoint stands before Services. Of a ztunnel there is the identity of the pod, by which its program speaks. */
export type ProxyKind = 'sidecar' | 'router' | 'waypoint' | 'ztunnel';

/** What is done to a pod's network before its proxy starts. */
const PREPARATION: Readonly<Partial<Record<ProxyKind, readonly string[]>>> = { sidecar: CAPTURE, router: LOW_PORTS };

/** What only agents of a kind are told. */
const OWN_VARIABLES: Readonly<Record<ProxyKind, Readonly<Record<string, string>>>> = {
  sidecar: { ISTIO_META_INTERCEPTION_MODE: 'REDIRECT' }, router: {}, waypoint: OLDER_WAYPOINT, ztunnel: IDENTITY_ALONE,
};

/** What the injector and the kubelet tell a sidecar. */
export interface SidecarSettings {
  readonly kind: ProxyKind;
  /** Name of the network namespace. */
  readonly network: string;
  readonly address: string;
  readonly pod: {
    readonly name: string; readonly namespace: string; readonly labels: Record<string, string>; readonly annotations?: Record<string, string>;
  };
  readonly serviceAccountName: string;
  /** Of the ServiceAccount, for istiod's authority. */
  readonly token: string;
  readonly rootCertificate: string;
  /** The WorkloadGroup by which istiod makes an entry of it. @default - istiod makes none */
  readonly group?: string;
}

/**
 * Starts Istio's agent with Envoy in a pod's network, and sends the pod's traffic through it; a router listens at the ports that it is told, low ones too.
 * Source of rules and variables: Istio, manifests/charts/istio-control/istio-discovery/files/injection-template.yaml
 */
export async function startSidecar(settings: SidecarSettings): Promise<RunningProgram> {
  const folder = await folderOf(settings);
  const preparation = PREPARATION[settings.kind];
  if (preparation) await output(preparation, { network: settings.network, env: { PATH: process.env.PATH! } });
  return RunningProgram.start(`${settings.network}.sidecar`, [
    'setpriv', '--reuid', PROXY_USER, '--regid', PROXY_USER, '--clear-groups', AGENT, 'proxy', settings.kind === 'ztunnel' ? 'sidecar' : settings.kind,
    '--domain', `${settings.pod.namespace}.svc.cluster.local`, '--proxyLogLevel=warning', '--log_output_level=default:warn',
  ], { cwd: folder, network: settings.network, env: environmentOf(settings) });
}

function environmentOf({ kind, address, pod, serviceAccountName, group }: SidecarSettings): Record<string, string> {
  return {
    PATH: process.env.PATH!, POD_NAME: pod.name, POD_NAMESPACE: pod.namespace, INSTANCE_IP: address, SERVICE_ACCOUNT: serviceAccountName, TRUST_DOMAIN: 'cluster.local',
    ISTIO_META_CLUSTER_ID: 'Kubernetes', ISTIO_META_MESH_ID: 'cluster.local', ...OWN_VARIABLES[kind], ...toldByPod(pod),
    ...group === undefined ? {} : { ISTIO_META_AUTO_REGISTER_GROUP: group },
    PEER_METADATA_DISCOVERY: 'false',
    // There is no cloud to ask about.
    CLOUD_PLATFORM: 'none',
    PROXY_CONFIG: JSON.stringify({
      binaryPath: join(SHARED_FOLDER, 'envoy'), configPath: './etc/istio/proxy', proxyBootstrapTemplatePath: BOOTSTRAP,
      discoveryAddress: DISCOVERY_ADDRESS, concurrency: 1, drainDuration: '1s', terminationDrainDuration: '1s',
    }),
  };
}

/** What the pod's annotations and labels say to the injector. */
function toldByPod({ labels, annotations = {} }: SidecarSettings['pod']): Record<string, string> {
  const { proxyMetadata = {} } = JSON.parse(annotations['proxy.istio.io/config'] ?? '{}') as { proxyMetadata?: Record<string, string> };
  const workload = labels['service.istio.io/workload-name'];
  return { ...proxyMetadata, ...workload === undefined ? {} : { ISTIO_META_WORKLOAD_NAME: workload } };
}

/** The files that the agent finds by relative paths, in a folder of the proxy's user. */
async function folderOf({ network, pod, token, rootCertificate }: SidecarSettings): Promise<string> {
  const folder = folderOfPod(network);
  for (const part of ['etc/istio/pod', 'etc/istio/proxy', 'var/run/secrets/tokens', 'var/run/secrets/istio', 'var/run/secrets/workload-spiffe-uds', 'var/lib/istio/data', CERTIFICATES]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'var/run/secrets/tokens/istio-token'), token);
  writeFileSync(join(folder, 'var/run/secrets/istio/root-cert.pem'), rootCertificate);
  writeFileSync(join(folder, 'etc/istio/pod/labels'), Object.entries(pod.labels).map(([key, value]) => `${key}=${JSON.stringify(value)}\n`).join(''));
  writeFileSync(join(folder, 'etc/istio/pod/annotations'), '');
  await output(['chown', '-R', `${PROXY_USER}:${PROXY_USER}`, folder]);
  return folder;
}

/** Shows the programs under names that the proxies' user can reach; to be called before the first sidecar. */
export async function shareWithProxies(): Promise<void> {
  mkdirSync(SHARED_FOLDER, { recursive: true });
  for (const [name, file] of Object.entries(SHARED)) {
    const shared = join(SHARED_FOLDER, name);
    if (existsSync(shared)) continue;
    writeFileSync(shared, '');
    await output(['mount', '--bind', file, shared]);
  }
  writeFileSync(BOOTSTRAP, withoutMetadataDiscovery(readFileSync(ISTIO.path('files/envoy_bootstrap.json'), 'utf8')));
}
