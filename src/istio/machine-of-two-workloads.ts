import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';

/** BST677 */
export const machineOfTwoWorkloads = ourCheck<IAppCheck>({
  code: 'BST677',
  title: 'machine-of-two-workloads',
  severity: Severity.ERROR,
  rationale: 'Istio knows a machine by its address, and its sidecar has one identity: of several entries at one address it takes one, and the policies, ports and rules of the others never act. '
    + 'Source: istio, pilot/pkg/serviceregistry/util/workloadinstances/util.go (`GetInstanceForProxy`)',
  fix: 'declare what runs on one machine as one workload, with a backing service for each port, or give it addresses of its own',

  /** Told of the first workload in the order of paths, once for all machines that the same ones share. */
  check({ graphs }) {
    const ruled = graphs.flatMap(({ workloads }) => workloads).filter(workload => workload.ruled).sort((a, b) => byCodePoint(a.path, b.path));
    const entries = ruled.flatMap(workload => (workload.machines?.known ?? []).map(({ address }) => ({ workload, address })));
    const shared = [...grouped(entries, ({ address }) => address).values()].filter(({ length }) => length > 1);
    const byWorkloads = grouped(shared, there => JSON.stringify(there.map(({ workload }) => workload.path)));
    return [...byWorkloads.values()].map(group => problemOf(group[0].map(({ workload }) => workload), group.map(([{ address }]) => address)));
  },
});

function problemOf([workload, ...others]: readonly IWorkload[], addresses: readonly string[]): Problem {
  const paths = capped(others.map(({ path }) => path));
  return Problem.of(
    workload, `what is at ${capped([...addresses].sort(byCodePoint))} is a machine of ${paths} too, and its sidecar has one identity`,
    'declare them as one workload, with a backing service for each port',
  );
}
