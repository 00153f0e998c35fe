import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../harness/eventually';
import { RunningProgram, WORK } from '../harness/process';
import { ISTIO } from '../toolbox/istio';
import { KubeApiserver } from './kube-apiserver';
import { ObjectReference, ServedObject } from './kubernetes-client';
import { resolve } from './names';
import { CONTROL_PLANE } from './network';
import { sentinel } from './sentinel';

const HOST = 'istiod.istio-system.svc';
const DEBUG = 'http://127.0.0.1:15080';

/** Where sidecars get their configuration and certificates. */
export const DISCOVERY_ADDRESS = `${HOST}:15012`;

/** The collector of spans that the mesh knows, as `host:port` of a Service. */
export const ZIPKIN = { name: 'zipkin', namespace: 'observability', port: 9411 };

/** What is asked whom policies of `custom()` let in, as a Service. */
export const AUTHORIZER = { name: 'authorizer', namespace: 'observability', port: 9191 };

/** https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ */
const MESH = {
  trustDomain: 'cluster.local',
  outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  enablePrometheusMerge: false,
  // Envoy of its own makers lacks Istio's metrics filter.
  defaultProviders: { tracing: ['zipkin'] },
  extensionProviders: [
    { name: 'zipkin', zipkin: { service: hostOf(ZIPKIN), port: ZIPKIN.port } },
    { name: 'authorizer', envoyExtAuthzHttp: { service: hostOf(AUTHORIZER), port: AUTHORIZER.port } },
  ],
  defaultConfig: { discoveryAddress: DISCOVERY_ADDRESS },
};

/** Filters that only Istio's build of Envoy has; with them, Envoy of its own makers refuses the configuration. */
const PLAIN_ENVOY = { PILOT_ENABLE_METADATA_EXCHANGE: 'false', PILOT_ENABLE_ALPN_FILTER: 'false' };

/** Who may connect, or may not, as istiod tells ztunnel. */
export interface ConnectionPolicy {
  readonly name: string;
  readonly namespace: string;
  readonly action?: string;
  readonly groups?: readonly object[];
}

interface Ambient {
  readonly workloads: readonly { readonly name: string; readonly namespace: string; readonly authorizationPolicies?: readonly string[] }[];
  readonly policies: readonly ConnectionPolicy[];
}

/** Istio's control plane: it reads the API server, tells the sidecars, and issues their certificates. */
export class Istiod {
  /** @param settings variables of its own, besides those of the run */
  public static async start(server: KubeApiserver, settings: Readonly<Record<string, string>> = {}): Promise<Istiod> {
    const folder = join(WORK, 'istiod');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'mesh.yaml'), JSON.stringify(MESH));
    await resolve(CONTROL_PLANE, [HOST]);
    const program = RunningProgram.start('istiod', [
      ISTIO.path('bin/pilot-discovery'), 'discovery', '--kubeconfig', server.kubeconfig(), '--meshConfig', join(folder, 'mesh.yaml'), '--httpAddr', new URL(DEBUG).host,
      '--httpsAddr', `${CONTROL_PLANE}:15017`, '--grpcAddr', '127.0.0.1:15010', '--secureGRPCAddr', `${CONTROL_PLANE}:15012`, '--monitoringAddr', '127.0.0.1:15014',
    ], {
      cwd: folder,
      env: {
        PATH: process.env.PATH!, POD_NAMESPACE: 'istio-system', POD_NAME: 'istiod-0', CLUSTER_ID: 'Kubernetes', PILOT_CERT_PROVIDER: 'istiod',
        VALIDATION_WEBHOOK_CONFIG_NAME: '', INJECTION_WEBHOOK_CONFIG_NAME: '', ...PLAIN_ENVOY, ...settings,
      },
    });
    await program.ready(async () => (await fetch(`${DEBUG}/ready`)).ok);
    const istiod = new Istiod(program, server);
    await istiod.validate(await istiod.rootCertificate('istio-system'));
    return istiod;
  }

  private constructor(private readonly program: RunningProgram, private readonly server: KubeApiserver) {}

  /** The certificate of its authority, which it publishes in every namespace. */
  public async rootCertificate(namespace: string): Promise<string> {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio-ca-root-cert', namespace } };
    return eventually(`${namespace} has the root certificate`, async () => (await this.server.client.get(map))?.data?.['root-cert.pem'] as string | undefined);
  }

  /** The configuration that it works by: `kind namespace/name` to the version of the object. */
  public async knows(): Promise<Map<string, string>> {
    const known = await (await fetch(`${DEBUG}/debug/configz`)).json() as ServedObject[];
    return new Map(known.map(object => [keyOf(object), object.metadata.resourceVersion]));
  }

  /** What ztunnel would be told of who may connect to a pod: the policies of its workload. Source: Istio, pkg/workloadapi/security/authorization.proto */
  public async tellsZtunnel({ name, namespace }: ObjectReference['metadata']): Promise<ConnectionPolicy[]> {
    const { workloads, policies } = await (await fetch(`${DEBUG}/debug/ambientz`)).json() as Ambient;
    const { authorizationPolicies = [] } = workloads.find(workload => workload.name === name && workload.namespace === namespace) ?? {};
    return policies.filter(policy => authorizationPolicies.includes(`${policy.namespace}/${policy.name}`));
  }

  /** What sidecars have refused so far, in their words. */
  public get refusals(): string[] {
    return this.program.log.split('\n').filter(line => line.includes('ACK ERROR'));
  }

  public async stop(): Promise<void> {
    await this.program.stop();
  }

  /** Lets it look at what is applied, as its installation does: manifests/charts/istio-control/istio-discovery of Istio, validatingwebhookconfiguration.yaml */
  private async validate(certificate: string): Promise<void> {
    await this.server.client.applyObject({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'istio-validator-istio-system' },
      webhooks: [{
        name: 'rev.validation.istio.io',
        clientConfig: { url: `https://${HOST}:15017/validate`, caBundle: Buffer.from(certificate).toString('base64') },
        rules: [{ operations: ['CREATE', 'UPDATE'], apiGroups: ['security.istio.io', 'networking.istio.io', 'telemetry.istio.io', 'extensions.istio.io'], apiVersions: ['*'], resources: ['*'] }],
        failurePolicy: 'Fail',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      }],
    });
    await eventually('istiod validates', async () => this.server.client.applyObject(sentinel(0)));
  }
}

function hostOf({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** How `Istiod.knows` names an object. */
export function keyOf({ kind, metadata: { name, namespace } }: Pick<ObjectReference, 'kind' | 'metadata'>): string {
  return `${kind} ${namespace}/${name}`;
}
