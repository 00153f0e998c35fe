import { IContract, Operation } from '../model/operation';
import { ContractFiles } from './contract-files';
import { readOperations } from './openapi-operations';
import { assertOpenApi3 } from './openapi-version';
import { ReferenceResolver } from './reference-resolver';

/** The operations that a service promises, read from its contract document. */
export class Contract implements IContract {
  /**
   * Reads the operations of an OpenAPI 3.0 or 3.1 document, written in YAML 1.2 or JSON.
   *
   * Each operation that has an `operationId` can be named; one without cannot, and is left out. Its path is the path of
   * the first server's URL that holds for it, server variables at their default, followed by the path template as written.
   *
   * The document is taken as hostile. Nothing is ever fetched: a `$ref` may point into the document or to a file in its
   * folder, and any other `$ref` is refused wherever it stands, in examples too. Aliases count as the nodes they stand
   * for; custom tags, merge keys and a second document are refused. All files of a contract together hold at most 10 MiB
   * and 100,000 nodes, nested at most 200 deep.
   *
   * Source: https://spec.openapis.org/oas/v3.1.1.html
   *
   * @param file path of the document, absolute or relative to the working directory
   * @throws BST710 if the contract cannot be read, or says something that would have to be guessed
   */
  public static openApi(file: string): Contract {
    const files = ContractFiles.of(file);
    assertOpenApi3(files.root.value, files.subject);
    return new Contract(readOperations(files.root, new ReferenceResolver(files)));
  }

  /** All operations that have an `operationId`, sorted by it. */
  public readonly operations: Operation[];

  private constructor(operations: Operation[]) {
    this.operations = operations;
  }
}
