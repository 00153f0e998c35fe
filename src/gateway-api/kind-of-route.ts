import { isByName } from '../model/listened-for';
import { Protocol } from '../model/protocol';
import { ExposedTogether } from '../traffic/exposed-together';

/** The kind of route that an exposure becomes. */
export function kindOfRoute(together: ExposedTogether): 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute' {
  const { service } = together.exposure;
  if (!service.showsRequests) return isToldByName(together) ? 'TLSRoute' : 'TCPRoute';
  return service.protocol.name === Protocol.GRPC.name ? 'GRPCRoute' : 'HTTPRoute';
}

/** Whether connections are told by the name that the client asks for. */
export function isToldByName({ exposure: { service, said }, listeners: [listener] }: ExposedTogether): boolean {
  return isByName(service, said, listener);
}
