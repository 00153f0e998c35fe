import { Address } from '../../model/address';
import { BackingService } from '../../model/backing-service';
import { TlsStart } from '../../model/tls';
import { DocumentedAddress, DocumentedLocator } from '../document/documented-locator';

/** Where a service is, as a document tells it. */
export function locatorOf({ locator }: BackingService): DocumentedLocator {
  const { owner, addresses, namespace, workload, operator, resource, listener, podLabels, cidrs } = locator;
  return {
    owner,
    addresses: addresses.map(addressOf),
    namespace,
    workload: workload?.path,
    operator: operator === undefined ? undefined : { operator, resource: resource!, listener },
    podLabels,
    cidrs,
  };
}

function addressOf({ role, host, port, targetPort, protocol, tls, service, headless, basePath }: Address): DocumentedAddress {
  return {
    role, host, port, targetPort,
    protocol: protocol.name,
    tls: tls.start === TlsStart.NONE ? undefined : { start: tls.start, authority: tls.authority },
    serviceName: service,
    headless: service === undefined ? undefined : headless,
    basePath: basePath === '' ? undefined : basePath,
  };
}
