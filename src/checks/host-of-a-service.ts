import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { outsideHosts } from '../model/outside-hosts';
import { Problem } from '../model/problem';
import { serviceNamesOf } from '../model/version-services';
import { quote } from '../private/topology-error';

/** BST622 */
export const hostOfAService = ourCheck<IAppCheck>({
  code: 'BST622',
  title: 'host-of-a-service',
  severity: Severity.ERROR,
  rationale: 'A pod\'s resolver tries `users.team-b` as `users.team-b.svc.cluster.local` first, so that a host outside which ends like a Service and its namespace leads '
    + 'to that Service: network policies open the wrong port, and a mesh switches mutual TLS off. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-config',
  fix: 'declare it with an inCluster provider, which takes the Service and its namespace, and targetPort where its pods listen on another port',

  check: context => {
    const known = knownServices(context);
    const misled = (service: BackingService) => outsideHosts(service).filter(host => known.has(endOf(host)));
    return context.graphs.flatMap(({ services }) => services).flatMap(service => misled(service).map(host =>
      Problem.of(service, `the host ${quote(host)} leads to the Kubernetes Service ${quote(endOf(host))} of this cluster`)));
  },
});

/** Each Kubernetes Service that the app makes or says to be there, with its namespace, as a host may end. */
function knownServices(context: AppContext): Set<string> {
  const declared = context.graphs.flatMap(({ services }) => services).flatMap(({ locator }) =>
    serviceNamesOf(locator).map(name => `${name}.${locator.namespace!}`));
  return new Set([...declared, ...context.objectsOf('', 'Service').map(({ name, namespace }) => `${name}.${namespace}`)]);
}

function endOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
