import { App, Chart } from 'cdk8s';
import { NetworkPolicy, NetworkPolicyPort, NetworkPolicyTrafficDefault, Pods, Protocol, Service } from 'cdk8s-plus-28';
import { identity } from '../manifests';
import { nameOf } from '../names';
import { callersOf, traffic } from './by-hand';

const SERVED = [NetworkPolicyPort.tcp(8080)];
const DNS = [NetworkPolicyPort.tcp(53), NetworkPolicyPort.udp(53)];
const ISTIOD = [NetworkPolicyPort.tcp(15012)];

/** What comes closest with the constructs of cdk8s-plus, which knows Services and NetworkPolicies; Istio's objects are spelled out. */
export function plus(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const all = Array.from({ length: services }, (_, i) => i);
  const selected = (id: string, labels: Record<string, string>) => Pods.select(chart, id, { labels });
  const pods = all.map(i => selected(`pods-${nameOf('w', i)}`, { app: nameOf('w', i) }));
  const dns = selected('dns', { 'k8s-app': 'kube-dns' });
  const istiod = selected('istiod', { app: 'istiod' });
  for (const i of all) {
    new Service(chart, nameOf('s', i), {
      metadata: { name: nameOf('s', i) }, selector: pods[i], ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: Protocol.TCP }],
    });
    traffic(chart, i);
    identity(chart, i, callersOf(i));
    new NetworkPolicy(chart, nameOf('w', i), {
      metadata: { name: nameOf('w', i) },
      selector: pods[i],
      ingress: { default: NetworkPolicyTrafficDefault.DENY, rules: callersOf(i).map(caller => ({ peer: pods[caller], ports: SERVED })) },
      egress: {
        default: NetworkPolicyTrafficDefault.DENY,
        rules: [
          ...[i + 1, i + 2].filter(callee => callee < services).map(callee => ({ peer: pods[callee], ports: SERVED })),
          { peer: dns, ports: DNS }, { peer: istiod, ports: ISTIOD },
        ],
      },
    });
  }
}
