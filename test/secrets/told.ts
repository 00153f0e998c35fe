import { BackingService, BindingEntry, BindingEntryOptions, BindingValue, Credential, CredentialPart, Login, Provision, SecretSupplier, Topology, UseOptions } from '../../src';
import { BindingPlan, planBinding } from '../../src/secrets/binding-plan';
import { AnyService, newTopology, newWorkload } from '../support/declare';

/** A service that tells its consumers exactly these entries. */
export class Told extends BackingService {
  constructor(scope: Topology, id: string, private readonly entries: BindingEntry[]) {
    const { provision, ...traits } = AnyService.traits();
    const login = Login.shared(Credential.of({ user: CredentialPart.text('web') }));
    super(scope, id, { ...traits, provision: new Provision({ ...provision, login }) });
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
