import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { optionsByHost } from '../model/shared-service-options';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';

/** BST629 */
export const affinityPassedOver: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST629',
  title: 'affinity-passed-over',
  severity: Severity.ERROR,
  rationale: 'Who keeps a client at one pod is kube-proxy, as it translates the address of a Service. A sidecar, or ztunnel, dials a pod that it has chosen itself, '
    + 'and knows nothing of sessionAffinity: each connection goes to another pod. Source: https://github.com/istio/istio/issues/6011, https://github.com/istio/ztunnel/issues/450',
  fix: 'leave clientAffinity out, and keep requests together by a header of theirs',

  check: ({ graph }) => {
    const options = optionsByHost(graph.services);
    const isKept = ({ locator }: BackingService) => locator.dialled.some(({ host }) => options.get(host)?.clientAffinity !== undefined);
    return graph.services.filter(isKept).flatMap(service => {
      const callers = distinct(graph.dependenciesOn(service).map(({ source }) => source.name));
      return callers.length === 0 ? [] : [Problem.of(
        service,
        `clientAffinity is to keep a client at one pod, and the proxies of ${capped(callers)} choose the pod themselves, whatever the Service says`,
        service.showsRequests ? 'leave clientAffinity out, and give the service loadBalancing LoadBalancing.stickyHeader()' : 'leave clientAffinity out',
      )];
    });
  },
});
