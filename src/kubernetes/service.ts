import { Construct } from 'constructs';
import { KubernetesServiceOptions } from '../model/kubernetes-service-options';
import { versionServicesOf } from '../model/version-services';
import { emit } from '../private/emit';
import { GivenOut, portNamesOf } from './service-ports';
import { ofOneVersion, ServiceParts, ServicePort, ServiceSpec, serviceSpecOf } from './service-spec';

/**
 * A Service that selects all versions of the workload, with the ports of all backing services at it, which are named for their protocols, as Istio reads them;
 * and one for each version beside it, if that is said.
 */
export function emitServices(scope: Construct, given: readonly GivenOut[], options: KubernetesServiceOptions): void {
  const [{ service: { locator }, address: { service, headless } }] = given;
  const ports = portsOf(given);
  const emitOne = (name: string, selector: Record<string, string>, made: KubernetesServiceOptions) => (
    emitService(scope, { name, namespace: locator.namespace! }, { selector, ports, headless }, made));
  emitOne(service!, locator.podLabels!, options);
  const versions = given.map(each => versionServicesOf(each.service.locator).filter(({ common }) => common === service));
  for (const { name, podLabels } of versions.find(({ length }) => length > 0) ?? []) emitOne(name, podLabels, ofOneVersion(options));
}

interface Place {
  readonly name: string;
  readonly namespace: string;
}

function emitService(scope: Construct, place: Place, parts: ServiceParts, options: KubernetesServiceOptions): void {
  const { labels, annotations } = options;
  emit<ServiceSpec>(scope, { apiVersion: 'v1', kind: 'Service', ...place, labels, annotations, spec: serviceSpecOf(parts, options) });
}

function portsOf(given: readonly GivenOut[]): ServicePort[] {
  const names = portNamesOf(given);
  return given.map(({ address: { port, targetPort, targetPortName, appProtocol } }, nth) => (
    { name: names[nth], port, targetPort: targetPortName ?? targetPort, protocol: 'TCP', appProtocol }));
}
