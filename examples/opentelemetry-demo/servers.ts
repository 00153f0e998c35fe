import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { deployed } from '../deployment';

/** Images that are not the demo's own. */
const IMAGES: Readonly<Record<string, string>> = {
  'astronomy-db': 'postgres:18.4',
  'flagd': 'ghcr.io/open-feature/flagd:v0.16.0',
  'otel-collector': 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.157.0',
  'valkey-cart': 'ghcr.io/valkey-io/valkey:9.0.4-alpine3.23',
};

/** What each container listens on. */
export const PORTS: Readonly<Record<string, readonly number[]>> = {
  'ad': [9555, 9465],
  'astronomy-db': [5432],
  'cart': [7070],
  'checkout': [5050],
  'currency': [7001],
  'email': [6060],
  'flagd': [8013, 8016],
  'flagd-ui': [4000],
  'frontend': [8080],
  'frontend-proxy': [8080],
  'image-provider': [8081],
  'load-generator': [],
  'otel-collector': [4317, 4318],
  'payment': [50051],
  'product-catalog': [3550],
  'quote': [8090],
  'recommendation': [9001],
  'shipping': [50050],
  'telemetry-docs': [8000],
  'valkey-cart': [6379],
};

/** The Deployment and ServiceAccount of one part of the demo: its published image, unchanged. No place of a backing service is in it. */
export function server(chart: Chart, name: string): Deployment {
  const ports = PORTS[name].map(number => ({ name: `port-${number}`, number }));
  return deployed(chart, name, { replicas: 1, containers: [{ name, image: IMAGES[name] ?? `ghcr.io/open-telemetry/demo:3.0.0-${name}`, ports }] });
}
