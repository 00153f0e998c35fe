import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { outsideHosts } from '../model/outside-hosts';
import { Problem } from '../model/problem';
import { isBelow, isWildcard } from '../private/host';
import { quote } from '../private/topology-error';

/** BST621: the names of Services and pods below the domain of a cluster, which the mesh is told. */
export function hostInClusterDomain(clusterDomain: string): ITopologyCheck {
  const own = ['svc', 'pod'].map(kind => `${kind}.${clusterDomain}`);
  return ourCheck<ITopologyCheck>({
    code: 'BST621',
    title: 'host-in-cluster-domain',
    severity: Severity.ERROR,
    rationale: 'A name below the cluster\'s domain leads to a Service or a pod of this cluster. Declared as outside it is taken for a third party: mutual TLS is off, '
      + 'and network policies open the port of the Service, not that of its pods. Source: istio.io/istio, pilot/pkg/networking/core/cluster_tls.go',
    fix: 'declare it with an inCluster provider, which takes the Service and its namespace, and targetPort where its pods listen on another port',
    check: ({ graph }) => graph.services.flatMap(service => outsideHosts(service).filter(host => own.some(domain => covers(host, domain))).map(host =>
      Problem.of(service, `the host ${quote(host)} is a name of the cluster, whose domain is ${quote(clusterDomain)}`))),
  });
}

/** Whether a host is below a domain or, with `*.`, stands for names that are. */
function covers(host: string, domain: string): boolean {
  return isBelow(host, domain) || isWildcard(host) && isBelow(domain, host.slice(2));
}
