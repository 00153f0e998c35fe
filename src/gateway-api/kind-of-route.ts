import { BackingService } from '../model/backing-service';
import { isByName } from '../model/listened-for';
import { Protocol } from '../model/protocol';
import { ExposedTogether } from '../traffic/exposed-together';

export type KindOfRoute = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute';

/** The kind of route that an exposure becomes: connections may be told by the name that the client asks for. */
export function kindOfExposure({ exposure: { service, said }, listeners: [listener] }: ExposedTogether): KindOfRoute {
  return !service.showsRequests && isByName(service, said, listener) ? 'TLSRoute' : kindOfRoute(service);
}

/** The kind of route for what arrives at a service. */
export function kindOfRoute({ showsRequests, protocol }: BackingService): KindOfRoute {
  if (!showsRequests) return 'TCPRoute';
  return protocol.name === Protocol.GRPC.name ? 'GRPCRoute' : 'HTTPRoute';
}
