import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { outsideHosts } from '../model/outside-hosts';
import { Problem } from '../model/problem';
import { quote } from '../private/topology-error';

/** BST622 */
export const hostOfAService = ourCheck<IAppCheck>({
  code: 'BST622',
  title: 'host-of-a-service',
  severity: Severity.ERROR,
  rationale: 'A pod\'s resolver tries `users.team-b` as `users.team-b.svc.cluster.local` first, so that a host outside which ends like a Service and its namespace leads '
    + 'to that Service: network policies open the wrong port, and a mesh switches mutual TLS off. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-config',
  fix: 'declare it with an inCluster provider, which takes the Service and its namespace',

  check: context => {
    const known = knownServices(context);
    return context.graphs.flatMap(({ services }) => services.flatMap(service => outsideHosts(service).flatMap(host => {
      const found = known.get(endOf(host));
      return found === undefined ? [] : [Problem.of(service, `the host ${quote(host)} leads to the Kubernetes Service ${quote(found)} of this cluster`)];
    })));
  },
});

/** By how its host may end, each Kubernetes Service that the app makes or says to be there; by its namespace, the first of those in it. */
function knownServices(context: AppContext): Map<string, string> {
  const declared = context.graphs.flatMap(({ services }) => services).flatMap(({ locator: { addresses, namespace } }) =>
    addresses.flatMap(({ service }) => service === undefined ? [] : [{ service, namespace: namespace! }]));
  const emitted = context.objectsOf('', 'Service').map(({ name, namespace }) => ({ service: name, namespace }));
  const known = new Map<string, string>();
  for (const { service, namespace } of [...declared, ...emitted]) {
    const name = `${service}.${namespace}`;
    for (const end of [name, `*.${namespace}`]) if (!known.has(end)) known.set(end, name);
  }
  return known;
}

function endOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
