import { Construct } from 'constructs';
import { acceptArguments, guard, WORKLOADS } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { assertName, Names } from '../private/names';
import { BackingService } from './backing-service';
import { ExposeOptions } from './expose-options';
import { Exposure } from './exposure';
import { IGateway } from './gateway-interface';
import { GatewayListener } from './gateway-listener';
import { GatewayProps } from './gateway-props';
import { assertClassName, assertInPods, assertListeners, existingGatewayOf } from './gateway-rules';
import { Relay } from './relay';
import { RelayOptions } from './relay-options';
import { openTopologyOf, pathOf } from './topology-element';
import { Workload } from './workload';
import { WorkloadStanding } from './workload-standing';

/**
 * A gateway, such as Istio's ingress or egress gateway: what comes through it is let in by its identity. With `listeners`, or with a `Gateway` that is there, what it `exposes` is routed from
 * here; so is what it `relays` to third parties. Else it takes its routes from VirtualServices of its owner, so that timeouts, retries and canaries declared here do not act on it. Its owner guards its pods.
 * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)
 */
export class Gateway extends Workload implements IGateway {
  /** Where it listens, as far as it is said here. */
  public readonly listeners: GatewayListener[];
  /** The object that is there already: `namespace/name`; none if one is made, or its owner routes. */
  public readonly existingGateway?: string;
  /** Name of the GatewayClass whose controller makes its proxies; none if its objects are Istio's. */
  public readonly gatewayClassName?: string;
  /** Kubernetes Service before the pods, in their namespace. */
  public readonly service: string;
  /** Namespace that the objects about it stand in. */
  public readonly configNamespace: string;
  private hasRelays = false;

  /**
   * @param id RFC 1123 label
   * @throws BST801 if the id, a namespace, the class or the object cannot be a name, BST013 if nothing tells the namespace, BST031 if the pods state another one, BST049 if two listeners take the same,
   * there are some of an object that is there, or it is to run on machines, BST510 if a credential stands in place of its name
   */
  constructor(scope: Construct, id: string, props: GatewayProps) {
    acceptArguments('new Gateway', [scope, id, props]);
    const { listeners = [], existingGateway, gatewayClassName, configNamespace, service, ...pods } = props;
    const path = pathOf(scope, `${WORKLOADS}/${id}`);
    const topology = openTopologyOf(scope, id);
    const existing = existingGatewayOf(existingGateway, listeners, path);
    assertListeners(listeners, path);
    super(scope, id, { ...pods, standing: WorkloadStanding.GATEWAY });
    assertInPods(this.machines, path);
    this.listeners = frozenList(listeners);
    this.existingGateway = existing;
    this.gatewayClassName = gatewayClassName === undefined ? undefined : assertClassName(gatewayClassName, path);
    this.service = service === undefined ? id : assertName(Names.SERVICE, service, path);
    this.configNamespace = assertName(Names.LABEL, configNamespace ?? topology.namespace ?? this.namespace, path);
  }

  public get routed(): boolean {
    return this.listeners.length > 0 || this.existingGateway !== undefined || this.hasRelays;
  }

  /**
   * Lets clients outside of the mesh reach a service, at the hosts that the gateway listens for. It is a call of the gateway, with what `calls()` says of it, if anything does; a service may be
   * exposed in several ways. A third party's service is asked by its own host, whatever clients ask for.
   *
   * @throws BST049 if the gateway is not routed from here, listens for none of the hosts, or not for what the service speaks, or if something is asked of requests where only connections
   * are seen, BST006 if the same is exposed already, BST047 if an option cannot be, BST604 or BST008 if the routes cannot be those of the service, BST009 if the timeout is not a whole number of
   * milliseconds, BST618 if the service is a store or a broker, BST003 if it belongs to another topology
   */
  public exposes(service: BackingService, options: ExposeOptions = {}): void {
    Exposure.through(this, service, options);
  }

  /**
   * Has everybody in this topology reach a third party through the gateway. Consumers dial it as before; their sidecars send to the gateway, requests by mutual TLS, connections as the client encrypts
   * them, and the gateway sends on, over TLS that it starts where the mesh is to. Timeouts, retries, breakers and limits of a caller act at its sidecar. What the gateway itself may open
   * is said by its `calls()`. In a mesh without sidecars the gateway is a waypoint, of the class `istio-waypoint`, and consumers' time limits and retries act there.
   *
   * @throws BST050 if the service is none of a third party or is a store or a broker, if the gateway is one of Istio's own API that is there already, if it listens otherwise at the port, or relays another service at the same host and port,
   * BST051 if the service cannot be told by its name, BST006 if it is relayed already, BST007 if a port does not exist, BST049 if it is one of the proxy's own, BST801 if its id cannot name a Service,
   * BST003 if it belongs to another topology
   */
  public relays(service: BackingService, options: RelayOptions = {}): void {
    Relay.through(this, service, options);
    this.hasRelays = true;
  }
}

guard('Gateway', Gateway);
