import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { hostPortsOf } from '../traffic/host-ports';
import { sharedHostsOf } from '../traffic/shared-host';

/** BST671 */
export const budgetOfOnePort = ourCheck<ITopologyCheck>({
  code: 'BST671',
  title: 'budget-of-one-port',
  severity: Severity.ERROR,
  rationale: 'A retry budget is of a whole host: what a DestinationRule says of one port has no word for it, and said of the host it would limit the repetitions of other services at other ports of it. '
    + 'Hosts of a wildcard are ruled by port too. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy',
  fix: 'limit repetitions by maxRetries there, or give the service a host of its own',
  check: ({ graph }) => sharedHostsOf(graph, 'cluster.local').flatMap(host => (
    hostPortsOf(host).filter(({ port }) => port !== undefined).flatMap(({ callers }) => callers)
      .filter(({ policy }) => policy.connectionPool?.retryBudget !== undefined)
      .map(call => Problem.of(
        call,
        `its retry budget is for the whole host ${host.host}, whose ports are ruled one by one`,
        `limit repetitions by maxRetries, or give ${call.service.name} a host of its own`,
      )))),
});
