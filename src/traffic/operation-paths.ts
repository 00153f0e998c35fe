import { BackingService } from '../model/backing-service';
import { Operation } from '../model/operation';
import { commonPath, isSamePath, mayMeet, parsePath, PathTemplate } from './path-template';

/** What stands before a query or a fragment; a parameter can be called anything. */
const WITHOUT_QUERY = /^(?:\{[^{}/]+\}|[^?#])*/;

/** The path of an operation. What a contract adds to it to tell operations apart, a query or a fragment, is no part of it. */
export function pathOf({ path }: Operation): PathTemplate {
  return parsePath(WITHOUT_QUERY.exec(path)![0]);
}

interface Parsed {
  readonly operation: Operation;
  readonly path: PathTemplate;
}

/**
 * Operations, found by the paths that they share with another one. Only those of one method and one number of segments can share any: contracts have
 * thousands, so no two of different shape are compared.
 *
 * @internal
 */
export class OperationPaths {
  private readonly shapes = new Map<string, Parsed[]>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      const parsed = { operation, path: pathOf(operation) };
      const others = this.shapes.get(shapeOf(operation.method, parsed.path));
      if (others) others.push(parsed); else this.shapes.set(shapeOf(operation.method, parsed.path), [parsed]);
    }
  }

  /** Those of which a request could be one of this operation too. */
  public meeting(operation: Operation): Operation[] {
    return this.found(operation, mayMeet);
  }

  /** Those whose every request looks like one of this operation, which has others besides: `/orders/export` is among `/orders/{id}`. */
  public within(operation: Operation): Operation[] {
    return this.found(operation, (path, all) => {
      const shared = commonPath(path, all);
      return shared !== undefined && isSamePath(shared, path) && !isSamePath(path, all);
    });
  }

  private found(wanted: Operation, isFound: (path: PathTemplate, asked: PathTemplate) => boolean): Operation[] {
    const asked = pathOf(wanted);
    return (this.shapes.get(shapeOf(wanted.method, asked)) ?? []).filter(parsed => isFound(parsed.path, asked)).map(({ operation }) => operation);
  }
}

/** What a contract has besides the operations that somebody declared. */
export function undeclaredPaths({ contract }: Pick<BackingService, 'contract'>, declared: readonly Operation[]): OperationPaths {
  const ids = new Set(declared.map(({ id }) => id));
  return new OperationPaths((contract?.operations ?? []).filter(({ id }) => !ids.has(id)));
}

function shapeOf(method: string, path: PathTemplate): string {
  return `${method} ${path.length}`;
}
