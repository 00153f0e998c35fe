import { ApiObject, Chart } from 'cdk8s';

/** A port of a Service, as its author writes it. */
export interface HandPort {
  readonly port: number;
  readonly name?: string;
  readonly targetPort?: number | string;
  readonly appProtocol?: string;
  readonly protocol?: string;
}

/** A Kubernetes Service that the author of a program writes. */
export function serviceByHand(chart: Chart, name: string, ports: readonly HandPort[], spec: object = {}, namespace?: string): ApiObject {
  return new ApiObject(chart, `service-${name}`, { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports, ...spec } });
}

const host = (name: string, port: number) => ({ destination: { host: `${name}.shop.svc.cluster.local`, port: { number: port } } });

/** By kind, the rest of an object that leads what comes from outside to a port of a Service. */
export const LEADING: Record<string, (name: string, port: number) => { readonly apiVersion: string; readonly spec: object }> = {
  Ingress: (name, number) => ({
    apiVersion: 'networking.k8s.io/v1', spec: { rules: [{ http: { paths: [{ backend: { service: { name, port: { number } } } }] } }] },
  }),
  HTTPRoute: (name, port) => ({
    apiVersion: 'gateway.networking.k8s.io/v1', spec: { parentRefs: [{ name: 'front' }], rules: [{ backendRefs: [{ name, port }] }] },
  }),
  VirtualService: (name, port) => ({
    apiVersion: 'networking.istio.io/v1', spec: { hosts: ['shop.example.com'], gateways: ['ingress/front'], http: [{ route: [host(name, port)] }] },
  }),
};

/** An object of one of these kinds. */
export function entranceByHand(chart: Chart, kind: string, name: string, port: number): ApiObject {
  return new ApiObject(chart, `by-${kind}`, { kind, metadata: { name: 'front' }, ...LEADING[kind](name, port) });
}
