import { BackingService, Gateway, GatewayListener, GatewayProps, HttpProvider, HttpRoute, HttpService, Locator, Provision, Tls } from '../../src';
import { BoundRoute } from '../../src/gateway-api/bound-route';
import { boundRoutes } from '../../src/gateway-api/bound-routes';
import { GatewayApi } from '../../src/gateway-api/gateway-api';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { ExposedTogether, exposedTogetherOf } from '../../src/traffic/exposed-together';
import { AnyService } from './declare';
import { newGateway } from './gateway';
import { MeshDeclaration } from './mesh';

export const SHOP = ['shop.example.com'];

/** A topology `shop` that the objects of the Gateway API are emitted of, without a mesh. */
export class GatewayApiDeclaration extends MeshDeclaration {
  private output?: GatewayApi;

  /** With a mesh that reads routes of services, or without one. */
  constructor(private readonly routesOfServices?: boolean, private readonly channel?: ReleaseChannel) {
    super();
  }

  public override read(): void {
    this.output ??= new GatewayApi(this.chart, 'gateway-api', { topology: this.topology, routesOfServices: this.routesOfServices, channel: this.channel });
  }

  /** The gateway `door` of the class `eg`, which listens for any host in the clear unless it is said otherwise. */
  public door(props: Partial<GatewayProps> = {}, id = 'door'): Gateway {
    const listeners = props.existingGateway === undefined ? [GatewayListener.http()] : undefined;
    return newGateway(this.topology, { gatewayClassName: 'eg', listeners, ...props }, id);
  }

  /** The HTTP service `pages` of a workload in the versions `v1` and `v2`, each with a Service of its own. */
  public pages(routes?: HttpRoute[], perVersion = true): HttpService {
    const workload = this.workload('pages', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
    return new HttpService(this.topology, 'pages', { provider: HttpProvider.workload(workload, { targetPort: 8080, kubernetesService: { perVersion } }), routes });
  }

  /** A service whose clients encrypt connections themselves, and send its name as they do. */
  public sealed(): BackingService {
    const locator = Locator.ofWorkload({ workload: this.workload('vault'), addresses: [{ service: 'vault', port: 8200, tls: Tls.byClient() }] });
    return new AnyService(this.topology, 'vault', { ...AnyService.traits(), provision: new Provision({ locator, provider: 'workload' }) });
  }

  /** What is exposed, by exposure. */
  public get together(): ExposedTogether[] {
    return exposedTogetherOf(this.topology.read(), 'cluster.local');
  }

  /** The routes that are made of it. */
  public get bound(): readonly BoundRoute[] {
    return boundRoutes({ ofServices: this.routesOfServices, channel: this.channel })(this.topology.read());
  }
}
