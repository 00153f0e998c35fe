import { HttpProvider, HttpService, Machine, MachineGroupProps, MachineProbe, Machines, MachinesProps, Workload } from '../../src';
import { Bench, TextOption } from './options';

const LABELS = { app: 'billing' };

function called(bench: Bench, pods: Machines): Bench {
  const billing = new Workload(bench.topology, 'billing', { pods });
  bench.web.calls(new HttpService(bench.topology, 'billing', { provider: HttpProvider.workload(billing) }));
  return bench;
}

function at(bench: Bench, machine: Partial<Machine>, props: Partial<MachinesProps> = {}): Bench {
  return called(bench, Machines.at([{ address: '192.0.2.7', ...machine }], { labels: LABELS, serviceAccountName: 'billing', ...props }));
}

function group(bench: Bench, props: Partial<MachineGroupProps>): Bench {
  return called(bench, Machines.group({ labels: LABELS, serviceAccountName: 'billing', cidrs: ['192.0.2.0/24'], ...props }));
}

/** What is told of machines. */
export const MACHINES: TextOption[] = [
  { name: 'address of a machine', usual: '192.0.2.9', declare: (text, bench) => at(bench, { address: text }) },
  { name: 'version of a machine', usual: 'v1', declare: (text, bench) => at(bench, { version: text }) },
  { name: 'locality of a machine', usual: 'eu/eu-1', declare: (text, bench) => at(bench, { locality: text }) },
  { name: 'namespace of Machines.at', usual: 'legacy', declare: (text, bench) => at(bench, {}, { namespace: text }) },
  { name: 'serviceAccountName of Machines.at', usual: 'biller', declare: (text, bench) => at(bench, {}, { serviceAccountName: text }) },
  { name: 'label key of Machines.at', usual: 'app', declare: (text, bench) => at(bench, {}, { labels: { [text]: 'billing' } }) },
  { name: 'label value of Machines.at', usual: 'billing', declare: (text, bench) => at(bench, {}, { labels: { app: text } }) },
  { name: 'range of Machines.group', usual: '192.0.2.0/24', declare: (text, bench) => group(bench, { cidrs: [text] }) },
  { name: 'locality of Machines.group', usual: 'eu', declare: (text, bench) => group(bench, { locality: text }) },
  { name: 'label value of Machines.group', usual: 'billing', declare: (text, bench) => group(bench, { labels: { app: text } }) },
  { name: 'path of MachineProbe.httpGet', usual: '/healthz', declare: (text, bench) => group(bench, { probe: MachineProbe.httpGet(8080, { path: text }) }) },
  { name: 'command of MachineProbe.exec', usual: 'pg_isready', declare: (text, bench) => group(bench, { probe: MachineProbe.exec([text]) }) },
];
