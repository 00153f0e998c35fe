import { BackingService } from '../../model/backing-service';
import { Operation } from '../../model/operation';
import { ServerBinding } from '../../model/server-binding';
import { DocumentedOperation, DocumentedService } from '../document/documented-service';
import { balancingOf } from './balancing-of';
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
