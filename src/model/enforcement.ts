import { accept, guard } from '../private/boundary';
import { BackingService } from './backing-service';
import { Binding } from './binding';
import { Channel } from './channel';
import { Dependency } from './dependency';
import { Rotation } from './rotation';
import { IWorkload } from './workload-interface';

/** What becomes of a promise at one output. */
export enum EnforcementVerdict {
  /** The output carries it. */
  CARRIED = 'carried',
  /** It is no matter of this output. */
  NOT_MINE = 'not-mine',
  /** It is a matter of this output, which cannot carry it here: an error, unless another output does. */
  CANNOT = 'cannot',
  /** It is in the hands of somebody outside of this program, who may well carry it: a warning, unless an output does. */
  BY_OTHERS = 'by-others',
}

/** An output's answer to the question whether it carries one promise. */
export class EnforcementAnswer {
  /** The output carries it. */
  public static readonly CARRIED = new EnforcementAnswer(EnforcementVerdict.CARRIED);
  /** It is no matter of this output. */
  public static readonly NOT_MINE = new EnforcementAnswer(EnforcementVerdict.NOT_MINE);

  /**
   * It is a matter of this output, but cannot act here: the synthesis fails.
   *
   * @param reason why not, with the names of those concerned
   * @param fix what to change in the declaration
   */
  public static cannot(reason: string, fix: string): EnforcementAnswer {
    return new EnforcementAnswer(EnforcementVerdict.CANNOT, reason, fix);
  }

  /**
   * Somebody outside of this program has to carry it: reported, the synthesis goes on.
   *
   * @param reason who, and why nothing from here can
   * @param fix what to ask of them
   */
  public static byOthers(reason: string, fix: string): EnforcementAnswer {
    return new EnforcementAnswer(EnforcementVerdict.BY_OTHERS, reason, fix);
  }

  private constructor(
    /** What becomes of the promise. */
    public readonly verdict: EnforcementVerdict,
    /** Why it is not carried. */
    public readonly reason?: string,
    /** What to do about it. */
    public readonly fix?: string,
  ) {}
}

guard('EnforcementAnswer', EnforcementAnswer);

/**
 * What an output carries of everything that was promised. An output overrides what is its matter; each question is asked once for
 * each promise that somebody declared, and an answer depends on nothing but the topology.
 */
export abstract class Enforcement {
  /**
   * Whether one field of a dependency is carried, with the value that it has there.
   *
   * @param field a member of `DependencyPolicy`
   */
  public field(dependency: Dependency, field: string): EnforcementAnswer {
    return notMine(dependency, field);
  }

  /** Whether the routes of a service are carried, as far as the service is concerned. */
  public routes(service: BackingService): EnforcementAnswer {
    return notMine(service);
  }

  /** Whether the routes of a service rule the requests of one caller; asked only where the service's routes are carried. */
  public routesFrom(dependency: Dependency): EnforcementAnswer {
    return this.routes(dependency.service);
  }

  /** Whether the load balancing of a service is carried. */
  public loadBalancing(service: BackingService): EnforcementAnswer {
    return notMine(service);
  }

  /** Whether the mesh starts TLS towards a service that its consumers call in the clear. */
  public tlsByMesh(service: BackingService): EnforcementAnswer {
    return notMine(service);
  }

  /** Whether connections to a service outside go to the endpoints that are told of it; asked only where any are. */
  public endpoints(service: BackingService): EnforcementAnswer {
    return notMine(service);
  }

  /** Whether the workload that runs a service is told what its provider names for the server; asked only where it names anything. */
  public serverEnvNames(service: BackingService): EnforcementAnswer {
    return notMine(service);
  }

  /**
   * Whether one property of a channel is carried, with the value that it has there.
   *
   * @param property `partitions`, `replicas` or `settings`
   */
  public channel(channel: Channel, property: string): EnforcementAnswer {
    return notMine(channel, property);
  }

  /**
   * Whether what is said of who enters a workload is carried, beyond who that is and at which port.
   *
   * @param what `admits`, of the methods, paths and clients that somebody is let in with; `requires`, of tokens; `mutualTls`, of connections;
   *   `enforces`, of policies; `exposes`, of what a gateway exposes; `relays`, of what it relays
   */
  public entering(workload: IWorkload, what: string): EnforcementAnswer {
    return notMine(workload, what);
  }

  /** Whether the machines that a workload runs on are reached, guarded and told of others as its pods would be; asked only where it runs on machines. */
  public machines(workload: IWorkload): EnforcementAnswer {
    return notMine(workload);
  }

  /** How the credential of a binding is changed; nothing of an output that gives workloads none. @internal */
  public _rotationOf(_binding: Binding): Rotation | undefined {
    return undefined;
  }
}

guard('Enforcement', Enforcement);

/** The answer to whatever an output does not override. */
function notMine(..._asked: unknown[]): EnforcementAnswer {
  return EnforcementAnswer.NOT_MINE;
}

/** What becomes of a promise at all outputs: whoever carries it settles it; else a reason tells more than none. */
export function settled(answers: EnforcementAnswer[]): EnforcementAnswer {
  accept('EnforcementAnswer[]', answers, 'what the outputs\' Enforcement gives', 'Enforcement');
  const order = [EnforcementVerdict.CARRIED, EnforcementVerdict.CANNOT, EnforcementVerdict.BY_OTHERS];
  const [first] = order.flatMap(verdict => answers.find(answer => answer.verdict === verdict) ?? []);
  return first ?? EnforcementAnswer.NOT_MINE;
}
