/**
 * What travels on a port, as far as a mesh can read it.
 *
 * Istio recognizes a protocol by `appProtocol` or by the port name's prefix; PostgreSQL, Kafka and Redis are plain TCP to it.
 * Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export class Protocol {
  /** HTTP/1.1: a mesh can time, retry, route and authorize single requests. */
  public static readonly HTTP = new Protocol('http', true);
  /** gRPC over HTTP/2: as HTTP, each call a POST to `/package.Service/Method`. */
  public static readonly GRPC = new Protocol('grpc', true);
  /** Bytes: a mesh sees connections, not requests. */
  public static readonly TCP = new Protocol('tcp', false);
  /** TLS that the client starts itself: a mesh sees the server name and then bytes. */
  public static readonly TLS = new Protocol('tls', false);

  private constructor(
    /** The word for `appProtocol` and the port name's prefix. */
    public readonly name: string,
    /** Whether single requests can be seen, so that a timeout, a retry or an operation has a meaning. */
    public readonly isHttp: boolean,
  ) {}

  /** The protocol's name. */
  public toString(): string {
    return this.name;
  }
}
