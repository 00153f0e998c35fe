/** One operation of an HTTP or gRPC contract. */
export interface Operation {
  /** The contract's name for it: `operationId` in OpenAPI, `package.Service/Method` in a .proto file. */
  readonly id: string;
  /** HTTP method in upper case. */
  readonly method: string;
  /** Path with `{parameter}` segments, the server's base path included. */
  readonly path: string;
  /** Whether a repetition does no harm: the method is idempotent (RFC 9110, 9.2.2), or the contract takes an `Idempotency-Key` header; of gRPC, its `idempotency_level` says so. */
  readonly retriable: boolean;
}

/** What a service promises: the operations that a caller may name. `Contract` reads one. */
export interface IContract {
  /** All operations, sorted by id. */
  readonly operations: Operation[];
}
