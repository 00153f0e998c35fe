import { BackingService } from '../model/backing-service';
import { Operation } from '../model/operation';
import { PathIndex } from './path-index';
import { commonPath, isSamePath, mayMeet, parsePath, PathTemplate } from './path-template';

/** What stands before a query or a fragment; a parameter can be called anything. */
const WITHOUT_QUERY = /^(?:\{[^{}/]+\}|[^?#])*/;

/** The path of an operation. What a contract adds to it to tell operations apart, a query or a fragment, is no part of it. */
export function pathOf({ path }: Operation): PathTemplate {
  return parsePath(WITHOUT_QUERY.exec(path)![0]);
}

/** Operations, found by the paths that they share with another one: only those of one method can share any. @internal */
export class OperationPaths {
  private readonly methods = new Map<string, PathIndex<Operation>>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      const paths = this.methods.get(operation.method) ?? new PathIndex<Operation>();
      this.methods.set(operation.method, paths);
      paths.add(pathOf(operation), operation);
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
    return (this.methods.get(wanted.method)?.near(asked) ?? []).filter(({ path }) => isFound(path, asked)).map(({ value }) => value);
  }
}

/** What a contract has besides the operations that somebody declared. */
export function undeclaredPaths({ contract }: Pick<BackingService, 'contract'>, declared: readonly Operation[]): OperationPaths {
  const ids = new Set(declared.map(({ id }) => id));
  return new OperationPaths((contract?.operations ?? []).filter(({ id }) => !ids.has(id)));
}
