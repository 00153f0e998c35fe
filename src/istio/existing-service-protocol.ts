import { Address } from '../model/address';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ServiceThere, servicesThere } from '../model/services-there';
import { MadePort } from '../private/made-service';
import { quote } from '../private/topology-error';
import { selectedProtocol } from './selected-protocol';

/** BST640 */
export const existingServiceProtocol = ourCheck<IAppCheck>({
  code: 'BST640',
  title: 'existing-service-protocol',
  severity: Severity.ERROR,
  rationale: 'Sidecars take the protocol of a port from the Service alone: from its appProtocol, else from its name up to the first dash. Of a port that is called '
    + 'tcp they see connections and no requests, so that no timeout, retry or right to an operation acts; to one that is called grpc they speak HTTP/2, and to one '
    + 'that is called http HTTP/1.1. Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/',
  fix: 'give the port of the Service an appProtocol, or a name, of the protocol that its pods speak, or declare the service as what it is',

  check: context => servicesThere(context).flatMap(there => there.addresses.flatMap(address => {
    const port = there.made.ports.find(each => each.port === address.port);
    return port ? judge(there, address, port) : [];
  })),
});

const OF_BYTES = ['tcp', 'tls', 'https', 'mongo', 'mysql', 'redis'];

/** By what a mesh is to see on the port, as what sidecars may take it without harm. HTTP may be of either version. */
const FITTING: ReadonlyMap<string, readonly string[]> = new Map([
  ['http', ['http', 'http2', 'grpc-web']], ['grpc', ['grpc', 'http2', 'grpc-web']], ['tcp', OF_BYTES], ['tls', OF_BYTES],
]);

function judge({ service, name }: ServiceThere, { appProtocol: meant, showsRequests }: Address, port: MadePort): Problem[] {
  const taken = selectedProtocol(port);
  const fitting = FITTING.get(meant);
  if (taken === undefined || fitting === undefined || fitting.includes(taken)) return [];
  const by = port.appProtocol === undefined ? `the name ${quote(port.name)}` : `the appProtocol ${quote(port.appProtocol)}`;
  const harm = showsRequests && (OF_BYTES.includes(taken) || taken === 'udp')
    ? 'no timeout, retry or right to an operation acts there' : 'what is sent there is read as what it is not';
  return [Problem.of(
    service,
    `port ${port.port} of the Service ${quote(name)} has ${by}, by which sidecars take it for ${taken}, and it is declared as ${meant}: ${harm}`,
    `give the port of the Service the appProtocol ${quote(meant)}, or declare the service as the ${taken} that it is`,
  )];
}
