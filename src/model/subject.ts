import { IConstruct } from 'constructs';
import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';

/** What a finding is about, and what an acknowledgement is given for: an element of a topology, a dependency, an object, or a `Subject`. */
export interface ISubject {
  /** Where it was declared: ids from the root of the app, joined by "/". */
  readonly path: string;
}

/** Any construct as the subject of a finding or an acknowledgement, such as a Chart or the App. */
export class Subject implements ISubject {
  /** The construct, and all that is declared in it. */
  public static of(construct: IConstruct): Subject {
    return new Subject(construct.node.path);
  }

  private constructor(
    /** Path of the construct. */
    public readonly path: string,
  ) {
    lockMembers(this);
  }
}

guard('Subject', Subject);
