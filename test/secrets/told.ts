import { BackingService, BindingEntry, BindingEntryOptions, BindingValue, SecretSupplier, Topology, UseOptions } from '../../src';
import { BindingPlan, planBinding } from '../../src/secrets/binding-plan';
import { AnyService, newTopology, newWorkload } from '../support/declare';

/** A service that tells its consumers exactly these entries. */
export class Told extends BackingService {
  constructor(scope: Topology, id: string, private readonly entries: BindingEntry[]) {
    super(scope, id, AnyService.traits());
  }

  public bind(): BindingEntry[] {
    return this.entries;
  }
}

let count = 0;

/** An entry whose role no test looks at. */
export function entry(value: BindingValue, options: BindingEntryOptions): BindingEntry {
  return BindingEntry.of(`role-${count++}`, value, options);
}

/** What becomes of entries that a service `db` tells a workload `web`. */
export function planOf(entries: BindingEntry[], supplier?: SecretSupplier, options: UseOptions = {}): BindingPlan {
  const shop = newTopology();
  const web = newWorkload(shop, 'web');
  web.uses(new Told(shop, 'db', entries), options);
  return planBinding(shop.read().bindingsOf(web)[0], supplier);
}
