import { Construct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { emit } from '../private/emit';

interface ServiceSpec {
  readonly type: 'ClusterIP';
  readonly clusterIP?: 'None';
  readonly selector: Record<string, string>;
  readonly ports: {
    readonly name: string;
    readonly port: number;
    readonly targetPort: number;
    readonly protocol: 'TCP';
    readonly appProtocol: string;
  }[];
}

/** A Service that selects all versions of the workload; the port is named for its protocol, as Istio reads it. */
export function emitService(scope: Construct, service: BackingService): void {
  const { endpoint, protocol } = service;
  emit<ServiceSpec>(scope, {
    apiVersion: 'v1',
    kind: 'Service',
    name: endpoint.serviceName!,
    namespace: endpoint.namespace!,
    spec: {
      type: 'ClusterIP',
      clusterIP: endpoint.headless ? 'None' : undefined,
      selector: endpoint.workload!.selector,
      ports: [{
        name: portName(service),
        port: endpoint.port,
        targetPort: endpoint.targetPort!,
        protocol: 'TCP',
        appProtocol: protocol.name,
      }],
    },
  });
}

/** `http`, `grpc`, `tcp-redis`: Istio takes the protocol from the text before the dash. */
function portName(service: BackingService): string {
  const { protocol, bindingType } = service;
  return protocol.name === bindingType ? protocol.name : `${protocol.name}-${bindingType}`;
}
