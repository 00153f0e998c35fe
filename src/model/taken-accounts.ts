import { quote } from '../private/topology-error';
import { AppContext } from './app-context';
import { ServiceOwner } from './locator';
import { mayRunIn, PodMaker, podMakers } from './pod-maker';
import { Problem } from './problem';
import { ISubject } from './subject';

const FIX = 'give it a ServiceAccount of its own, or the operator\'s resource another';

/** Pods that run as an operator's own do: by the accounts of workloads, and of what else the app emits. @internal */
export function accountsTaken(context: AppContext): Problem[] {
  const taken = operatorAccounts(context);
  if (taken.size === 0) return [];
  const workloads = context.graphs.flatMap(graph => graph.workloads);
  const declared = new Set(workloads.map(({ namespace, serviceAccountName }) => `${namespace} ${serviceAccountName}`));
  const isTold = ({ object, made, isDeclared }: PodMaker) => isDeclared && declared.has(`${object.namespace} ${made.serviceAccountName}`);
  return [
    ...workloads.flatMap(workload => (taken.get(workload.serviceAccountName) ?? [])
      .filter(({ namespace }) => namespace === workload.namespace).map(account => problemOf(workload, account))),
    ...podMakers(context).filter(maker => !isTold(maker)).flatMap(maker => {
      const [account] = (taken.get(maker.made.serviceAccountName) ?? []).filter(({ namespace }) => mayRunIn(maker, namespace));
      if (account === undefined) return [];
      return maker.object.namespace === '' ? problemOf(maker.object, account).asWarning() : problemOf(maker.object, account);
    }),
  ];
}

interface Account {
  readonly name: string;
  readonly namespace: string;
  readonly whose: string;
}

/** By name, each once, whichever topologies know its operator's resource. */
function operatorAccounts({ graphs }: AppContext): ReadonlyMap<string, readonly Account[]> {
  const taken = new Map<string, Map<string, Account>>();
  for (const { locator: { owner, operator, resource, namespace }, _provision: { serviceAccounts } } of graphs.flatMap(graph => graph.services)) {
    if (owner !== ServiceOwner.OPERATOR) continue;
    for (const name of serviceAccounts) {
      const accounts = taken.get(name) ?? new Map<string, Account>();
      const whose = `${operator}'s resource ${quote(resource)}`;
      taken.set(name, accounts.set(`${namespace} ${whose}`, { name, namespace: namespace!, whose }));
    }
  }
  return new Map([...taken].map(([name, accounts]) => [name, [...accounts.values()]]));
}

function problemOf(subject: ISubject, { name, namespace, whose }: Account): Problem {
  return Problem.of(subject, `its pods run as ServiceAccount ${quote(name)} in namespace ${namespace}, as those of ${whose} do: each may do what the other may`, FIX);
}
