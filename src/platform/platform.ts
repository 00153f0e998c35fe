import { Construct } from 'constructs';
import { CloudNativePgDatabases } from '../cloud-native-pg/cloud-native-pg-databases';
import { GatewayApi, GatewayApiProps } from '../gateway-api/gateway-api';
import { ReleaseChannel } from '../gateway-api/release-channel';
import { AmbientMesh } from '../istio/ambient-mesh';
import { AmbientOptions } from '../istio/ambient-options';
import { THIRD_PARTIES } from '../istio/egress-waypoint';
import { IstioMesh } from '../istio/istio-mesh';
import { IstioOptions } from '../istio/istio-options';
import { enrolling, PROBES_FROM, TUNNEL_PORT, waypointPods } from '../istio/waypoint';
import { KubernetesServices } from '../kubernetes/kubernetes-services';
import { NetworkPolicies } from '../kubernetes/network-policies';
import { NetworkPeer } from '../model/network-peer';
import { OutputOptions } from '../model/output-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { assertOutside } from '../private/emit';
import { SecretBindings } from '../secrets/secret-bindings';
import { SecretSupplier } from '../secrets/secret-supplier';
import { StrimziKafka } from '../strimzi/strimzi-kafka';
import { Topology } from '../topology';
import { Mesh } from './mesh';

/** What the platform is made of. */
export interface PlatformProps extends OutputOptions {
  /** The topology to make true. */
  readonly topology: Topology;
  /**
   * The mesh that carries the traffic.
   *
   * @default - none: timeouts, retries, breakers and operations are reported as not enforced
   */
  readonly mesh?: Mesh;
  /**
   * Which CRDs of the Gateway API the cluster has, for gateways with a `gatewayClassName` and for a mesh without sidecars: the experimental ones have words for retries.
   *
   * @default ReleaseChannel.STANDARD
   */
  readonly gatewayApiChannel?: ReleaseChannel;
  /**
   * Who fills the Secrets of credentials that are kept in an external store.
   *
   * @default - nobody: a dependency on such a credential is refused
   */
  readonly secrets?: SecretSupplier;
  /**
   * Whether pods are restarted by Reloader when a credential changes that their containers read in variables; as `SecretBindings` does it.
   *
   * @default false
   */
  readonly restartOnRotation?: boolean;
  /**
   * The cluster's DNS, for network policies.
   *
   * @default - pods labelled `k8s-app: kube-dns` in kube-system, port 53
   */
  readonly dns?: NetworkPeer;
  /**
   * What every workload may reach besides what it declares, DNS and the mesh's control plane, such as the collector that sidecars send
   * spans to. A mesh with tracing needs it: a span that a network policy stops is lost without an error.
   *
   * @default - nothing
   */
  readonly additionalEgress?: NetworkPeer[];
  /**
   * Whether all that is outside of the cluster has public addresses. Where address ranges are unknown, or reach that far, network policies then leave out
   * private ones (RFC 1918, RFC 6598, RFC 4193), those of most pods and nodes among them. They always leave out those at which a cloud hands out the
   * credentials of a machine.
   *
   * @default false - a service outside without `cidrs` may be at any address of a private network
   */
  readonly outsideIsPublic?: boolean;
}

/** Every output with good defaults, reading one topology. It decides nothing itself: use the outputs alone to choose. */
export class Platform extends Construct {
  /** Discovery. */
  public readonly services: KubernetesServices;
  /** What workloads are told. */
  public readonly bindings: SecretBindings;
  /** Topics, users and ACLs. */
  public readonly kafka: StrimziKafka;
  /** Databases, and roles for who enters them. */
  public readonly databases: CloudNativePgDatabases;
  /** What gateways with a `gatewayClassName` expose. */
  public readonly gatewayApi: GatewayApi;
  /** What may reach what. */
  public readonly networkPolicies: NetworkPolicies;
  /** Traffic policy through sidecars; undefined without them. */
  public readonly istio?: IstioMesh;
  /** Traffic policy through waypoints; undefined without them. */
  public readonly ambient?: AmbientMesh;

  /**
   * @throws BST022 inside of a topology, BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one, BST425 if the
   *   label by which Strimzi tells clusters apart is among them
   */
  constructor(scope: Construct, id: string, props: PlatformProps) {
    acceptArguments('new Platform', [scope, id, props]);
    super(scope, id);
    const { topology, mesh, gatewayApiChannel, secrets, dns, additionalEgress = [], outsideIsPublic, restartOnRotation } = props;
    assertOutside(topology, this);
    giveToAll(this, props);
    const { istioOptions, ambientOptions } = mesh ?? {};
    const waypoint = ambientOptions && (ambientOptions.waypoint ?? 'waypoint');
    this.services = new KubernetesServices(this, 'services', { topology, labels: waypoint === undefined ? undefined : enrolling(waypoint) });
    if (istioOptions) this.istio = new IstioMesh(this, 'istio', { topology, ...istioOptions });
    if (ambientOptions) this.ambient = new AmbientMesh(this, 'ambient', { topology, ...ambientOptions });
    this.gatewayApi = new GatewayApi(this, 'gateway-api', { topology, channel: gatewayApiChannel, ...routesReadBy(ambientOptions) });
    this.kafka = new StrimziKafka(this, 'kafka', { topology });
    this.databases = new CloudNativePgDatabases(this, 'databases', { topology });
    this.bindings = new SecretBindings(this, 'bindings', { topology, secrets, restartOnRotation });
    this.networkPolicies = new NetworkPolicies(this, 'network', {
      topology,
      dns,
      additionalEgress: [...istioOptions ? [controlPlane(istioOptions)] : [], ...additionalEgress],
      outsideIsPublic,
      tunnel: waypoint === undefined ? undefined : { port: TUNNEL_PORT, proxyLabels: waypointPods(waypoint), probesFrom: [...PROBES_FROM] },
    });
  }
}

guard('Platform', Platform);

/** istiod: configuration and certificates for the sidecars. Source: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
function controlPlane({ controlPlaneNamespace = 'istio-system' }: IstioOptions): NetworkPeer {
  return NetworkPeer.pods({ namespace: controlPlaneNamespace, podLabels: { app: 'istiod' }, port: 15012 });
}

/** Waypoints read routes of Services, and of third parties. */
function routesReadBy(ambientOptions: AmbientOptions | undefined): Pick<GatewayApiProps, 'routesOfServices' | 'thirdParties'> {
  return ambientOptions ? { routesOfServices: true, thirdParties: THIRD_PARTIES } : {};
}
