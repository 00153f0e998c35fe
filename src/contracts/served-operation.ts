import { Operation } from '../model/operation';

/** An operation of a document, which says where it is served in as many ways as it has servers. @internal */
export interface ServedOperation {
  readonly id: string;
  readonly method: string;
  readonly retriable: boolean;
  /** Its path below that of a server, as sent. */
  readonly template: string;
  /** The paths of its servers, the first one's first; none if the document names no server. */
  readonly basePaths: readonly string[];
}

/** The operation as its first server has it. */
export function atFirstServer({ basePaths, ...operation }: ServedOperation): Operation {
  return below(basePaths[0] ?? '', operation);
}

/** The operation as the server below a base path has it; undefined if it names servers, and none of them has that path. */
export function atServer(basePath: string, { basePaths, ...operation }: ServedOperation): Operation | undefined {
  return basePaths.length === 0 || basePaths.includes(basePath) ? below(basePath, operation) : undefined;
}

function below(basePath: string, { id, method, retriable, template }: Omit<ServedOperation, 'basePaths'>): Operation {
  return { id, method, path: basePath + template, retriable };
}
