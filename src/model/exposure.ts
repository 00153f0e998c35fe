import { isBranded, mark } from '../private/brand';
import { shortHash } from '../private/shortened';
import { quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { conditionWords } from './condition-words';
import { assertSameTopology, callOf } from './declared-connection';
import { DependencyVerb } from './dependency-verb';
import { ExposeOptions } from './expose-options';
import { heldExposure, HeldExposure } from './exposure-rules';
import { IGateway } from './gateway-interface';
import { conditionsKey } from './http-conditions';
import { ISubject } from './subject';
import { dependencyPath, openTopologyOf, pathOf } from './topology-element';

/** What of a service is reached through a gateway. @internal */
export class Exposure implements ISubject {
  /** Exposes a service; throws unless the gateway can. */
  public static through(gateway: IGateway, service: BackingService, options: ExposeOptions): void {
    const id = `${gateway.name} exposes ${service.name}`;
    const topology = openTopologyOf(gateway, id);
    const { _declarations: held } = topology;
    const path = pathOf(gateway.node.scope!, id);
    callOf(service, { timeout: options.timeout, retry: options.retry }, path);
    assertSameTopology(service, service, { path: gateway.path, topology }, path);
    const said = heldExposure(gateway, service, options, path);
    const at = pathOf(gateway.node.scope!, [id, ...wordsOf(said)].join(' '));
    const own = isTold(held.at(at), said) ? at : held.taken(at) ? `${at} (${shortHash(keyOf(said))})` : at;
    if (held.taken(own)) {
      throw new TopologyError({ code: 'BST006', path, problem: `${quote(id)} is declared already, for the same requests`, fix: 'say everything about them in one declaration' });
    }
    held.hold(new Exposure(own, gateway, service, said));
  }

  private constructor(
    public readonly path: string,
    public readonly gateway: IGateway,
    public readonly service: BackingService,
    public readonly said: HeldExposure,
  ) {}

  /** In words: `door exposes shop`. */
  public get name(): string {
    return `${this.gateway.name} exposes ${this.service.name}`;
  }

  /** Path of the call that it is. */
  public get call(): string {
    return dependencyPath(this.gateway, DependencyVerb.CALLS, this.service.topology, this.service);
  }
}

mark(Exposure.prototype, 'Exposure');

/** Whether what a topology holds is one. */
export function isExposure(held: ISubject): held is Exposure {
  return isBranded(held, 'Exposure');
}

/** Whether what is held there is an exposure of the same requests. */
function isTold(there: ISubject | undefined, said: HeldExposure): boolean {
  return there !== undefined && isExposure(there) && keyOf(there.said) === keyOf(said);
}

function wordsOf({ hosts, port, matches }: HeldExposure): string[] {
  const words = matches.map(({ _conditions: conditions }) => conditionWords(conditions)).join(' or ');
  return [...hosts ? ['at', hosts.join(', ')] : [], ...port === undefined ? [] : ['port', String(port)], ...words === '' ? [] : ['for', words]];
}

function keyOf({ hosts, port, matches }: HeldExposure): string {
  return JSON.stringify([hosts, port, matches.map(({ _conditions: conditions }) => conditionsKey(conditions)).sort()]);
}
