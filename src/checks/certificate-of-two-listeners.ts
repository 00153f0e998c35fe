import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { IGateway, isGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { listed, quote } from '../private/topology-error';

/** BST654 */
export const certificateOfTwoListeners = ourCheck<ITopologyCheck>({
  code: 'BST654',
  title: 'certificate-of-two-listeners',
  severity: Severity.WARNING,
  rationale: 'A browser whose connection was made with a certificate that is good for another host too asks for that host over the same connection, which is at the listener of the first: 404 (IST0138). '
    + 'Source: RFC 9113, 9.1.1; https://istio.io/latest/docs/ops/common-problems/network-issues/#404-errors-occur-when-multiple-gateways-configured-with-same-tls-certificate',
  fix: 'name all hosts of the certificate in one listener, or give each listener a certificate of its own',

  check: ({ graph }) => graph.workloads.filter(isGateway).flatMap(problemsOf),
});

function problemsOf(gateway: IGateway): Problem[] {
  const byTls = gateway.listeners.filter(({ certificateSecret }) => certificateSecret !== undefined);
  const together = grouped(byTls, ({ port, certificateSecret }) => JSON.stringify([port, certificateSecret]));
  if (gateway.gatewayClassName !== undefined) return [...together.values()].flatMap(listeners => problemOfHosts(gateway, listeners));
  return [...together.values()].filter(({ length }) => length > 1).map(listeners => {
    const [{ port, certificateSecret }] = listeners;
    const hosts = listeners.map(listener => listed(listener.hosts)).sort();
    return Problem.of(gateway, `at port ${port} its listeners for ${hosts.join(' and for ')} show one certificate, ${quote(certificateSecret!)}`);
  });
}

/** The Gateway API has a listener for each host. */
function problemOfHosts(gateway: IGateway, listeners: readonly GatewayListener[]): Problem[] {
  const [{ port, certificateSecret }] = listeners;
  const hosts = listeners.flatMap(listener => listener.hosts).sort(byCodePoint);
  if (hosts.length < 2) return [];
  const problem = `at port ${port} its listeners for ${listed(hosts)} show one certificate, ${quote(certificateSecret!)}`;
  return [Problem.of(gateway, problem, 'give each host a certificate of its own, as a listener of the Gateway API is for one host')];
}
