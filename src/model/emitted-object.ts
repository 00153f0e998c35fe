import { guard } from '../private/boundary';
import { ISubject } from './subject';

/** What an object is known by. @internal */
export interface ObjectIdentity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An object and where it is written. @internal */
export interface WrittenObject extends ObjectIdentity {
  readonly file?: string;
}

/** What renders an object: the construct itself, because a function for each of ten thousands would have to be kept too. @internal */
export interface IRendered {
  toJson(): any;
}

/** An object that the app emits, ours or the user's own. */
export class EmittedObject implements ISubject {
  /** @internal */
  public static _of(identity: WrittenObject, path: string, byHand: boolean, rendered: IRendered): EmittedObject {
    return new EmittedObject(identity, path, byHand, rendered);
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
  /** Name of the file that is written for it alone; none if the app writes several objects to a file. */
  public readonly file?: string;
  /** Whether something else than an output of this package makes it: the author, a Helm chart, another library. */
  public readonly byHand: boolean;
  private readonly rendered: IRendered;

  private constructor({ group, kind, namespace, name, file }: WrittenObject, path: string, byHand: boolean, rendered: IRendered) {
    this.path = path;
    this.group = group;
    this.kind = kind;
    this.namespace = namespace;
    this.name = name;
    this.file = file;
    this.byHand = byHand;
    this.rendered = rendered;
  }

  /** The whole object, as it will be written. Rendered anew at each call. */
  public manifest(): any {
    return this.rendered.toJson();
  }
}

guard('EmittedObject', EmittedObject);
