import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';

/**
 * What client and server say to each other, as far as a mesh tells protocols apart.
 *
 * PostgreSQL, Kafka and Redis are bytes over TCP to it.
 * Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export class Protocol {
  /** HTTP/1.1: single requests can be timed, retried, routed and authorized. */
  public static readonly HTTP = new Protocol('http', true);
  /** gRPC over HTTP/2: as HTTP, each call a POST to `/package.Service/Method`. */
  public static readonly GRPC = new Protocol('grpc', true);
  /** Any other: there are connections, and no requests that a mesh could tell apart. */
  public static readonly TCP = new Protocol('tcp', false);

  private constructor(
    /** The word for `appProtocol` and the port name's prefix. */
    public readonly name: string,
    /** Whether it is made of requests, so that a timeout, a retry or an operation has a meaning. */
    public readonly hasRequests: boolean,
  ) {
    lockMembers(this);
  }

  /** The protocol's name. */
  public toString(): string {
    return this.name;
  }
}

guard('Protocol', Protocol);
