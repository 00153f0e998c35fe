import { Machine, Machines, MachinesProps, Workload } from '../../src';
import { Declaration } from './topology';

/** Two machines, the later address first. */
export const TWO: Machine[] = [{ address: '192.0.2.8' }, { address: '192.0.2.7' }];

/** A workload on machines, with an account of its name. */
export function onMachines(declared: Declaration, name = 'billing', machines = TWO, props: Partial<MachinesProps> = {}): Workload {
  return new Workload(declared.topology, name, { pods: Machines.at(machines, { labels: { app: name }, serviceAccountName: name, ...props }) });
}
