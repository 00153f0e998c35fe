import { ApiObject, Chart } from 'cdk8s';
import { nameOf } from './names';

/** What the programs by hand have in common: an author would write it once, too. */
export function object(chart: Chart, apiVersion: string, kind: string, name: string, spec: object, labels?: Record<string, string>): void {
  new ApiObject(chart, `${kind}-${name}`, { apiVersion, kind, metadata: { name, namespace: chart.namespace, labels }, spec });
}

export function service(chart: Chart, i: number): void {
  object(chart, 'v1', 'Service', nameOf('s', i), {
    type: 'ClusterIP',
    selector: { app: nameOf('w', i) },
    ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }],
  });
}

export function hostOf(chart: Chart, i: number): string {
  return `${nameOf('s', i)}.${chart.namespace}.svc.cluster.local`;
}

export function virtualService(chart: Chart, i: number, http: object[]): void {
  object(chart, 'networking.istio.io/v1', 'VirtualService', nameOf('s', i), { hosts: [hostOf(chart, i)], exportTo: ['.'], http });
}

export function route(chart: Chart, i: number, name: string, timeout?: string, from?: number): object {
  return {
    name,
    ...from === undefined ? {} : { match: [{ sourceLabels: { app: nameOf('w', from) }, sourceNamespace: chart.namespace }] },
    route: [{ destination: { host: hostOf(chart, i), port: { number: 80 } } }],
    ...timeout === undefined ? {} : { timeout },
    retries: { attempts: 0 },
  };
}

export function destinationRule(chart: Chart, i: number, outlierDetection?: object, from?: number): void {
  object(chart, 'networking.istio.io/v1', 'DestinationRule', from === undefined ? nameOf('s', i) : `${nameOf('s', i)}-from-${nameOf('w', from)}`, {
    host: hostOf(chart, i),
    exportTo: ['.'],
    ...from === undefined ? {} : { workloadSelector: { matchLabels: { app: nameOf('w', from) } } },
    trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' }, ...outlierDetection === undefined ? {} : { outlierDetection } },
  });
}

export function outliers(errors: number, ejection: string): object {
  return { consecutive5xxErrors: errors, interval: '10s', baseEjectionTime: ejection, maxEjectionPercent: 100 };
}

export function identity(chart: Chart, i: number, callers: number[]): void {
  const selector = { matchLabels: { app: nameOf('w', i) } };
  const principals = callers.map(caller => `cluster.local/ns/${chart.namespace}/sa/${nameOf('w', caller)}`);
  object(chart, 'security.istio.io/v1', 'PeerAuthentication', nameOf('w', i), { selector, mtls: { mode: 'STRICT' } });
  object(chart, 'security.istio.io/v1', 'AuthorizationPolicy', nameOf('w', i), {
    selector,
    action: 'ALLOW',
    ...principals.length > 0 ? { rules: [{ from: [{ source: { principals } }], to: [{ operation: { ports: ['8080'] } }] }] } : {},
  });
}

export function networkPolicy(chart: Chart, i: number, callers: number[], egress: object[]): void {
  object(chart, 'networking.k8s.io/v1', 'NetworkPolicy', nameOf('w', i), {
    podSelector: { matchLabels: { app: nameOf('w', i) } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: callers.length > 0 ? [{ from: callers.map(caller => pods(chart.namespace!, { app: nameOf('w', caller) })), ports: [{ protocol: 'TCP', port: 8080 }] }] : undefined,
    egress: [
      ...egress,
      { to: [pods('kube-system', { 'k8s-app': 'kube-dns' })], ports: [{ protocol: 'TCP', port: 53 }, { protocol: 'UDP', port: 53 }] },
      { to: [pods('istio-system', { app: 'istiod' })], ports: [{ protocol: 'TCP', port: 15012 }] },
    ],
  });
}

export function toWorkload(chart: Chart, i: number): object {
  return { to: [pods(chart.namespace!, { app: nameOf('w', i) })], ports: [{ protocol: 'TCP', port: 8080 }] };
}

export function pods(namespace: string, labels: Record<string, string>): object {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } };
}
