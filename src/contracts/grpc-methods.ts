import { isMethodOfGrpc } from '../model/idempotent-methods';
import { byCodePoint } from '../private/names';
import { listed, quote } from '../private/topology-error';
import { ContractReading } from './contract-reading';
import { ServedOperation } from './served-operation';

/** A method of gRPC, as a contract has it. @internal */
export interface GrpcMethod {
  /** Full name of its service: `shop.Orders`. */
  readonly service: string;
  readonly name: string;
  /** Name or number of what its option `idempotency_level` says; undefined if it says nothing. */
  readonly idempotency?: string;
}

/** Whether a repetition does no harm. Source: https://github.com/protocolbuffers/protobuf/blob/main/src/google/protobuf/descriptor.proto (IdempotencyLevel) */
const RETRIABLE: ReadonlyMap<string | undefined, boolean> = new Map([
  [undefined, false],
  ['IDEMPOTENCY_UNKNOWN', false], ['0', false],
  ['NO_SIDE_EFFECTS', true], ['1', true],
  ['IDEMPOTENT', true], ['2', true],
]);

/**
 * The methods as operations, sorted; throws BST710 if there is no service, or a method is none, is given twice, or says of repetitions what nobody knows.
 * Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (Path)
 */
export function operationsOf(methods: readonly GrpcMethod[], services: number, reading: ContractReading): ServedOperation[] {
  if (services === 0) throw reading.refusal('it declares no service', 'give the file that declares the service, not one of messages alone');
  const known = new Map<string, ServedOperation>();
  for (const method of methods) {
    const operation = operationOf(method, reading);
    if (known.has(operation.id)) throw reading.refusal(`the method ${quote(operation.id)} is declared twice`, 'declare it once');
    known.set(operation.id, operation);
  }
  return [...known.values()].sort((a, b) => byCodePoint(a.id, b.id));
}

function operationOf({ service, name, idempotency }: GrpcMethod, reading: ContractReading): ServedOperation {
  const id = `${service}/${name}`;
  if (!isMethodOfGrpc(id)) throw reading.refusal('the name of a method is none: allowed is package.Service/Method, at most 253 characters', 'correct its name');
  const retriable = RETRIABLE.get(idempotency);
  if (retriable !== undefined) return { id, method: 'POST', retriable, template: `/${id}`, basePaths: [] };
  throw reading.refusal(`the idempotency_level of ${quote(id)} is none: allowed are ${listed(['IDEMPOTENCY_UNKNOWN', 'NO_SIDE_EFFECTS', 'IDEMPOTENT'])}`, 'say one of these');
}
