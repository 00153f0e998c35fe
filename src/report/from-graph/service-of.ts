import { BackingService } from '../../model/backing-service';
import { LoadBalancing } from '../../model/load-balancing';
import { Operation } from '../../model/operation';
import { ServerBinding } from '../../model/server-binding';
import { DocumentedLoadBalancing, DocumentedOperation, DocumentedService } from '../document/documented-service';
import { locatorOf } from './locator-of';
import { routeOf } from './route-of';

/** A backing service, as a document tells it. */
export function serviceOf(service: BackingService, server?: ServerBinding): DocumentedService {
  const { path, name, bindingType, provider, shape, contract, loadBalancing, maxConnections, routes } = service;
  return {
    path, name, bindingType, provider, shape,
    locator: locatorOf(service),
    operations: contract?.operations.map(operationOf),
    loadBalancing: loadBalancing && balancingOf(loadBalancing),
    serverVariables: server?.variables.map(variable => variable.name).sort(),
    maxConnections,
    routes: routes.map(routeOf),
  };
}

function operationOf({ id, method, path, retriable }: Operation): DocumentedOperation {
  return { id, method, path, retriable };
}

function balancingOf({ algorithm, header, cookie, queryParameter }: LoadBalancing): DocumentedLoadBalancing {
  return { algorithm, header, cookie, queryParameter };
}
