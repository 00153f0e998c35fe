import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { GivenOut, portNamesOf } from './service-ports';

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

/** A Service that selects all versions of the workload, with the ports of all backing services at it; these are named for their protocols, as Istio reads them. */
export function emitService(scope: Construct, name: string, ports: readonly GivenOut[]): void {
  const [{ service: { locator }, address: { headless } }] = ports;
  const names = portNamesOf(ports);
  emit<ServiceSpec>(scope, {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    namespace: locator.namespace!,
    spec: {
      type: 'ClusterIP',
      clusterIP: headless ? 'None' : undefined,
      selector: locator.podLabels!,
      ports: ports.map(({ address: { port, targetPort, appProtocol } }, nth) => ({ name: names[nth], port, targetPort, protocol: 'TCP', appProtocol })),
    },
  });
}
