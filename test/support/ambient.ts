import { Gateway, GatewayProps, HttpProvider, HttpRoute, HttpService, Pods } from '../../src';
import { GatewayApi } from '../../src/gateway-api/gateway-api';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { AmbientMesh } from '../../src/istio/ambient-mesh';
import { AmbientOptions } from '../../src/istio/ambient-options';
import { THIRD_PARTIES } from '../../src/istio/egress-waypoint';
import { MeshDeclaration } from './mesh';

/** A topology `shop` in a mesh without sidecars. */
export class AmbientDeclaration extends MeshDeclaration {
  private output?: AmbientMesh;

  constructor(private readonly ambient: AmbientOptions = {}) {
    super();
  }

  public override read(): void {
    if (this.output) return;
    this.output = new AmbientMesh(this.chart, 'mesh', { topology: this.topology, ...this.ambient });
    new GatewayApi(this.chart, 'gateway-api', { topology: this.topology, routesOfServices: true, channel: ReleaseChannel.EXPERIMENTAL, thirdParties: THIRD_PARTIES });
  }

  /** The waypoint `exit` in a namespace of its own, before third parties. */
  public exit(props: Partial<GatewayProps> = {}): Gateway {
    const pods = Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'exit' }, namespace: 'istio-egress', serviceAccountName: 'exit' });
    return new Gateway(this.topology, 'exit', { gatewayClassName: 'istio-waypoint', pods, ...props });
  }

  /** The HTTP service `pages` of a workload in the versions `v1` and `v2`, each with a Service of its own. */
  public pages(routes?: HttpRoute[]): HttpService {
    const workload = this.workload('pages', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
    return new HttpService(this.topology, 'pages', { provider: HttpProvider.workload(workload, { targetPort: 8080, kubernetesService: { perVersion: true } }), routes });
  }
}
