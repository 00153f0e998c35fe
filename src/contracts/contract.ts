import { resolve } from 'path';
import { HeldContract } from '../model/held-contract';
import { IContract, Operation } from '../model/operation';
import { guard } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { quote } from '../private/topology-error';
import { ContractFiles } from './contract-files';
import { DESCRIPTOR_SET, PROTO } from './contract-form';
import { ContractReading } from './contract-reading';
import { readDescriptorSet } from './descriptor-set';
import { readOperations } from './openapi-operations';
import { readProto } from './proto-methods';
import { ReferenceResolver } from './reference-resolver';
import { readBytes, readText } from './regular-file';
import { atFirstServer, atServer, ServedOperation } from './served-operation';
import { Data, isObject, kindOf } from './yaml-document';

const SUPPORTED = /^3\.[012]\.\d+/;
/** What can be repeated in a message: nothing but a version looks like one. */
const VERSION = /^\d{1,3}(\.\d{1,3}){1,2}$/;

/** The operations that a service promises, read from its contract document. */
export class Contract implements IContract {
  /**
   * Reads the operations of an OpenAPI 3.0, 3.1 or 3.2 document, written in YAML 1.2 or JSON.
   *
   * Each operation that has an `operationId` can be named; one without cannot, and is left out. Its path is the path of
   * the first server's URL that holds for it, server variables at their default, followed by the path template, as it is sent:
   * what every client percent-encodes is encoded. Of a third party's servers the one holds that its provider's URL leads to.
   * A path item, an operation or a parameter may stand elsewhere, behind a `$ref`; what a path item holds that OpenAPI
   * does not know is refused, because it may be a misspelt operation.
   *
   * The document is taken as hostile. Nothing is ever fetched: a `$ref` may point into the document or to a `.yaml`, `.yml`
   * or `.json` file in its folder, none of them hidden. One that points elsewhere is refused wherever it stands, in examples
   * too. Aliases count as the nodes they stand for; custom tags, merge keys and a second document are refused. All files of
   * a contract together hold at most 32 MiB and 100,000 nodes, nested at most 200 deep. Of a document above 1 MiB only that
   * counts and is judged which operations are read from, as far as its layout shows where each member ends: JSON, and YAML in
   * block style; an alias leads nowhere there if its anchor stands in another member. An error names the place and the
   * kind of what is wrong, never its value, which may be a secret.
   *
   * Source: https://spec.openapis.org/oas/v3.2.0.html
   *
   * @param file path of the document, absolute or relative to the working directory
   * @throws BST710 if the contract cannot be read, or says something that would have to be guessed
   */
  public static openApi(file: string): Contract {
    const files = ContractFiles.of(file);
    assertOpenApi3(files.root.value, files.reading);
    return new Contract(readOperations(files.root, new ReferenceResolver(files)));
  }

  /**
   * Reads the methods of the services that a .proto file declares: proto2, proto3 or an edition.
   *
   * Each method is an operation named `package.Service/Method`: a POST to that path, as gRPC sends it. It may be repeated if its option `idempotency_level`
   * says `IDEMPOTENT` or `NO_SIDE_EFFECTS`. Nothing else is read: messages are passed over, and no import is followed, since services of other files are those
   * of contracts of their own. For several files give a descriptor set.
   *
   * The file is taken as hostile: it holds at most 32 MiB and 1,200,000 words and signs; a method's full name has at most 253 characters. An error names lines and methods,
   * never other text of the file.
   *
   * Sources: https://protobuf.com/docs/language-spec and https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
   *
   * @param file path of the .proto file, absolute or relative to the working directory
   * @throws BST710 if the file cannot be read, declares no service, or says something that would have to be guessed
   */
  public static proto(file: string): Contract {
    const reading = ContractReading.of(file, PROTO);
    return new Contract(readProto(readText(resolve(file), reading), reading));
  }

  /**
   * Reads the methods of the services in a descriptor set, which `protoc --descriptor_set_out` and `buf build --output` write of one or more .proto files.
   *
   * Its methods are operations as those of `Contract.proto()`. With `--include_imports` the services of imported files are among them.
   *
   * The file is taken as hostile: it holds at most 32 MiB, 100,000 files, services and methods, and 1,200,000 fields of them. An error tells of its content the names of methods alone.
   *
   * Source: https://github.com/protocolbuffers/protobuf/blob/main/src/google/protobuf/descriptor.proto
   *
   * @param file path of the descriptor set, absolute or relative to the working directory
   * @throws BST710 if the file cannot be read, is no descriptor set, or declares no service
   */
  public static descriptorSet(file: string): Contract {
    const reading = ContractReading.of(file, DESCRIPTOR_SET);
    return new Contract(readDescriptorSet(readBytes(resolve(file), reading), reading));
  }

  /** All operations that have an `operationId`, or are methods of gRPC, sorted by their names. */
  public readonly operations: Operation[];

  private constructor(private readonly served: readonly ServedOperation[]) {
    this.operations = locked(served.map(atFirstServer));
    lockMembers(this);
  }

  /**
   * The contract as the server below a base path keeps it.
   *
   * @internal
   */
  public _below(basePath: string): HeldContract {
    const elsewhere = this.served.filter(operation => atServer(basePath, operation) === undefined);
    const held = {
      operations: locked(this.served.map(operation => atServer(basePath, operation) ?? atFirstServer(operation))),
      elsewhere: new Map(elsewhere.map(({ id, basePaths }) => [id, basePaths])),
    };
    lockMembers(held);
    return held;
  }
}

guard('Contract', Contract);

function locked(operations: Operation[]): Operation[] {
  operations.forEach(lockMembers);
  return frozenList(operations);
}

/** Throws BST710 unless the document says of itself that it is OpenAPI 3. */
function assertOpenApi3(document: Data, reading: ContractReading): void {
  if (!isObject(document)) {
    throw reading.refusal(`the document is ${kindOf(document)}: an OpenAPI document is an object`, 'give an OpenAPI 3 document');
  }
  const swagger = document.get('swagger');
  if (swagger !== undefined) {
    throw reading.refusal(
      `it is a Swagger document, "swagger" is ${versionOf(swagger)}: allowed are OpenAPI 3.0, 3.1 and 3.2`,
      'convert it to OpenAPI 3, for example with swagger2openapi',
    );
  }
  const version = document.get('openapi');
  if (typeof version === 'string' && SUPPORTED.test(version)) return;
  throw reading.refusal(
    `"openapi" is ${versionOf(version)}: allowed are the texts "3.0.x", "3.1.x" and "3.2.x"`,
    'give an OpenAPI 3 document, with the version in quotes',
  );
}

function versionOf(data: Data | undefined): string {
  return typeof data === 'string' && VERSION.test(data) ? quote(data) : kindOf(data);
}
