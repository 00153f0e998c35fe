import { ITopologyCheck, ourCheck } from '../model/check';
import { CheckContext } from '../model/check-context';
import { DeclaredPromise, promisesOfDependency, promisesOfService, promisesOfChannel, promisesOfWorkload, ROUTES, routesOfCallers } from '../model/declared-promise';
import { EnforcementAnswer, EnforcementVerdict, settled } from '../model/enforcement';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TlsStart } from '../model/tls';
import { capped } from '../private/capped';

interface Answered extends DeclaredPromise {
  readonly answer: EnforcementAnswer;
}

/** BST616 */
export const policyNotEnforced = ourCheck<ITopologyCheck>({
  code: 'BST616',
  title: 'policy-not-enforced',
  severity: Severity.ERROR,
  rationale: 'What is declared and enforced by no output is a promise that nothing keeps: a canary that gets no traffic, a timeout that ends no '
    + 'request. It is an error where the output that should keep it cannot, where "https" that the mesh is to start would be plain HTTP, and where network policies lead to a gateway that nothing sends to. '
    + 'Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/',
  fix: 'add the output that enforces it, such as a mesh, or take it out of the declaration',

  /** Of a topology that no output has read, nothing is enforced, which is said once (BST040). */
  check(context) {
    if (!context._read) return [];
    const { graph } = context;
    const answered = (promise: DeclaredPromise) => ({ ...promise, answer: settled(context.enforcements.map(promise.ask)) });
    return [
      ...graph.dependencies.flatMap(dependency => problemsOf(promisesOfDependency(dependency).map(answered))),
      ...graph.services.flatMap(service => {
        const own = promisesOfService(service).map(answered);
        const isRouted = own.some(({ name, answer }) => name === ROUTES && isCarried(answer));
        return [...problemsOf(own), ...isRouted ? routesOfCallers(service, graph).flatMap(promise => problemsOf([answered(promise)])) : []];
      }),
      ...graph.workloads.flatMap(workload => problemsOf(promisesOfWorkload(workload, graph).map(answered))),
      ...graph.channels.flatMap(channel => problemsOf(promisesOfChannel(channel).map(answered))),
      ...plainHttp(context),
    ];
  },
});

function isCarried({ verdict }: EnforcementAnswer): boolean {
  return verdict === EnforcementVerdict.CARRIED;
}

/** One problem for all promises of an element that are broken for one reason. */
function problemsOf(promises: Answered[]): Problem[] {
  const byReason = new Map<string, Answered[]>();
  for (const promise of promises.filter(({ answer }) => !isCarried(answer))) {
    const { answer: { verdict, reason, fix }, carrier, isNeeded } = promise;
    const key = JSON.stringify([verdict, reason ?? carrier, fix, isNeeded]);
    byReason.set(key, [...byReason.get(key) ?? [], promise]);
  }
  return [...byReason.values()].map(group => problemOf(group[0], group.map(({ name }) => name)));
}

function problemOf({ subject, carrier, isNeeded, answer: { verdict, reason, fix } }: Answered, names: string[]): Problem {
  const problem = reason !== undefined && fix !== undefined
    ? Problem.of(subject, `${capped(names)} cannot be carried: ${reason}`, fix)
    : Problem.of(subject, `declared but enforced by no output: ${capped(names)}`, `add ${carrier}, or take ${names.length === 1 ? 'it' : 'them'} out of the declaration`);
  return isNeeded || verdict === EnforcementVerdict.CANNOT ? problem : problem.asWarning();
}

/** TLS that nobody starts is worse than a promise without effect: what was to be secret is not. */
function plainHttp({ graph, enforcements }: CheckContext): Problem[] {
  return graph.services
    .filter(service => service.locator.primary.tls.start === TlsStart.MESH && graph.dependenciesOn(service).length > 0)
    .filter(service => !isCarried(settled(enforcements.map(output => output.tlsByMesh(service)))))
    .map(service => {
      const { host, port, targetPort } = service.locator.primary;
      return Problem.of(
        service,
        `consumers are given ${host}:${port} to call in the clear, for the mesh to start TLS to port ${targetPort}, but no output does: ${service.name} would be called without TLS`,
        'add a mesh output, or declare its provider with the option tlsOrigination TlsOrigination.CLIENT',
      );
    });
}
