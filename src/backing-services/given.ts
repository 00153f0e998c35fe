import { Construct } from 'constructs';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { pathOf } from '../model/topology-element';

/** Where a provider is asked: the service's scope, id and path. @internal */
export interface Asked {
  readonly scope: Construct;
  readonly id: string;
  readonly path: string;
}

/** A provider of a kind that answers what a function says. A class of its own for each kind would be the same lines again. */
export function given<Kind extends ServiceProvider>(kind: abstract new () => Kind, answer: (asked: Asked) => Provision): Kind {
  class Given extends (kind as abstract new () => ServiceProvider) {
    public provide(scope: Construct, id: string): Provision {
      return answer({ scope, id, path: pathOf(scope, id) });
    }
  }
  // Messages tell a value by the name of its class.
  Object.defineProperty(Given, 'name', { value: kind.name });
  return new Given() as Kind;
}
