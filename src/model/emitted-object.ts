import { guard } from '../private/boundary';
import { ISubject } from './subject';

/** What an object is known by. @internal */
export interface ObjectIdentity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An object that the app emits, ours or the user's own. */
export class EmittedObject implements ISubject {
  /** @internal */
  public static _of(identity: ObjectIdentity, path: string, byHand: boolean, render: () => any): EmittedObject {
    return new EmittedObject(identity, path, byHand, render);
  }

  public readonly path: string;
  /** API group; empty for the core group. */
  public readonly group: string;
  /** Kind. */
  public readonly kind: string;
  /** Namespace; empty if it names none. */
  public readonly namespace: string;
  /** Name. */
  public readonly name: string;
  /** Whether something else than an output of this package makes it: the author, a Helm chart, another library. */
  public readonly byHand: boolean;
  private readonly render: () => any;

  private constructor(identity: ObjectIdentity, path: string, byHand: boolean, render: () => any) {
    this.path = path;
    this.group = identity.group;
    this.kind = identity.kind;
    this.namespace = identity.namespace;
    this.name = identity.name;
    this.byHand = byHand;
    this.render = render;
  }

  /** The whole object, as it will be written. Rendered anew at each call. */
  public manifest(): any {
    return this.render();
  }
}

guard('EmittedObject', EmittedObject);
