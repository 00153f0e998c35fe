import { isBranded } from '../private/brand';
import { lockMembers } from '../private/lock-members';
import { ISubject } from './subject';

/**
 * What a topology holds besides its constructs, by path. Dependencies are many and have nothing below them, so a place in the construct tree,
 * with a node each, would buy nothing.
 *
 * @internal
 */
export class Declarations {
  private readonly byPath = new Map<string, ISubject>();

  /** Everything held, in the order of declaration. */
  public get all(): ISubject[] {
    return [...this.byPath.values()];
  }

  /** Whether something is held at the path. */
  public taken(path: string): boolean {
    return this.byPath.has(path);
  }

  /** What is held at the path. */
  public at(path: string): ISubject | undefined {
    return this.byPath.get(path);
  }

  /** Whether it is this very object that is held, and not one made to look like it. */
  public holds(declared: ISubject): boolean {
    return this.byPath.get(declared.path) === declared;
  }

  /** Holds it; the caller has made sure that the path is free. */
  public hold<T extends ISubject>(declared: T): T {
    this.byPath.set(declared.path, declared);
    return declared;
  }

  /** Makes everything held unchangeable; a dependency is that from its making on. */
  public lock(): void {
    for (const declared of this.byPath.values()) {
      if (!isBranded(declared, 'Dependency')) lockMembers(declared);
    }
  }
}
