import { ApiObject, App, Chart } from 'cdk8s';

/** The same objects in the same order, each spelled out with stock cdk8s. */
export function byHand(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const all = Array.from({ length: services }, (_, i) => i).sort((a, b) => (`s${a}` < `s${b}` ? -1 : 1));
  for (const i of all) service(chart, i);
  for (const i of all) traffic(chart, i);
  for (const i of all) identity(chart, i);
  for (const i of all) network(chart, i, services);
}

function object(chart: Chart, apiVersion: string, kind: string, name: string, spec: object): void {
  new ApiObject(chart, `${kind}-${name}`, { apiVersion, kind, metadata: { name, namespace: chart.namespace }, spec });
}

function service(chart: Chart, i: number): void {
  object(chart, 'v1', 'Service', `s${i}`, {
    type: 'ClusterIP',
    selector: { app: `w${i}` },
    ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }],
  });
}

function traffic(chart: Chart, i: number): void {
  const host = `s${i}.${chart.namespace}.svc.cluster.local`;
  const called = i > 0;
  object(chart, 'networking.istio.io/v1', 'VirtualService', `s${i}`, {
    hosts: [host],
    exportTo: ['.'],
    http: [{ name: 'all', route: [{ destination: { host, port: { number: 80 } } }], ...called ? { timeout: '5s' } : {}, retries: { attempts: 0 } }],
  });
  object(chart, 'networking.istio.io/v1', 'DestinationRule', `s${i}`, {
    host,
    exportTo: ['.'],
    trafficPolicy: {
      loadBalancer: { simple: 'LEAST_REQUEST' },
      ...called ? { outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '60s', maxEjectionPercent: 100 } } : {},
    },
  });
}

function callersOf(i: number): number[] {
  return [i - 2, i - 1].filter(caller => caller >= 0);
}

function identity(chart: Chart, i: number): void {
  const selector = { matchLabels: { app: `w${i}` } };
  const principals = callersOf(i).map(caller => `cluster.local/ns/${chart.namespace}/sa/w${caller}`).sort();
  object(chart, 'security.istio.io/v1', 'PeerAuthentication', `w${i}`, { selector, mtls: { mode: 'STRICT' } });
  object(chart, 'security.istio.io/v1', 'AuthorizationPolicy', `w${i}`, {
    selector,
    action: 'ALLOW',
    ...principals.length > 0 ? { rules: [{ from: [{ source: { principals } }], to: [{ operation: { ports: ['8080'] } }] }] } : {},
  });
}

function pods(namespace: string, labels: Record<string, string>) {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } };
}

function network(chart: Chart, i: number, services: number): void {
  const byName = (a: number, b: number) => (`w${a}"` < `w${b}"` ? -1 : 1);
  const callees = [i + 1, i + 2].filter(callee => callee < services).sort((a, b) => (`s${a}` < `s${b}` ? -1 : 1));
  const callers = callersOf(i).sort(byName);
  object(chart, 'networking.k8s.io/v1', 'NetworkPolicy', `w${i}`, {
    podSelector: { matchLabels: { app: `w${i}` } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: callers.length > 0 ? [{ from: callers.map(caller => pods(chart.namespace!, { app: `w${caller}` })), ports: [{ protocol: 'TCP', port: 8080 }] }] : undefined,
    egress: [
      ...callees.map(callee => ({ to: [pods(chart.namespace!, { app: `w${callee}` })], ports: [{ protocol: 'TCP', port: 8080 }] })),
      { to: [pods('kube-system', { 'k8s-app': 'kube-dns' })], ports: [{ protocol: 'TCP', port: 53 }, { protocol: 'UDP', port: 53 }] },
      { to: [pods('istio-system', { app: 'istiod' })], ports: [{ protocol: 'TCP', port: 15012 }] },
    ],
  });
}
