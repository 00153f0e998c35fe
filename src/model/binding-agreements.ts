import { quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { PublishOptions } from './dependency-options';

const SAID = ['bindingName', 'envNames', 'delivery', 'containers', 'transactionalIdPrefix'] as const satisfies readonly (keyof PublishOptions)[];

/** What dependencies of one workload on one service say of the one binding that they share. @internal */
export class BindingAgreements {
  private readonly said = new Map<BackingService, Map<string, unknown>>();

  /** Throws BST006 if an earlier dependency says another thing of the binding. */
  public add(service: BackingService, options: PublishOptions, path: string): void {
    if (SAID.every(option => options[option] === undefined)) return;
    const { bindingName, envNames, delivery, containers, transactionalIdPrefix } = options;
    const said = new Map(this.said.get(service));
    const told = { bindingName, envNames, delivery: delivery?.name, containers: containers && JSON.stringify(containers), transactionalIdPrefix };
    for (const [option, value] of Object.entries(told)) {
      if (value === undefined) continue;
      const earlier = said.get(option) ?? value;
      if (earlier !== value) throw contradiction(`the binding to ${quote(service.name)} has ${option} ${shown(value)} here and ${shown(earlier)}`, option, path);
      said.set(option, value);
    }
    this.said.set(service, said);
  }
}

function contradiction(what: string, option: string, path: string): TopologyError {
  return new TopologyError({ code: 'BST006', path, problem: `${what} in an earlier declaration`, fix: `say ${option} once, or the same in each` });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? quote(value) : 'another one';
}
