import { Chart } from 'cdk8s';
import { ContainerProps, Deployment, EnvValue } from 'cdk8s-plus-28';
import { deployed } from '../deployment';

const REGISTRY = 'us-central1-docker.pkg.dev/google-samples/microservices-demo';

/** What an image is given besides the places of what it depends on. */
export interface Server {
  /** The published image; one of the demo's own by its name alone. */
  readonly image?: string;
  readonly port?: number;
  readonly env?: Record<string, string>;
  /** Name of its container; `server` if none is given. */
  readonly container?: string;
  /** A container that runs first, and waits. */
  readonly init?: { readonly name: string; readonly image: string };
}

/** Deployments as the demo's manifests have them: published images, unchanged. No place of a backing service is in them. */
export const SERVERS: Readonly<Record<string, Server>> = {
  'adservice': { port: 9555 },
  'cartservice': { port: 7070 },
  'checkoutservice': { port: 5050 },
  'currencyservice': { port: 7000, env: { DISABLE_PROFILER: '1' } },
  'emailservice': { port: 8080, env: { DISABLE_PROFILER: '1' } },
  'frontend': { port: 8080, env: { ENV_PLATFORM: 'gcp' } },
  'loadgenerator': { container: 'main', env: { USERS: '10', RATE: '1' }, init: { name: 'frontend-check', image: 'busybox:1.38' } },
  'paymentservice': { port: 50051, env: { DISABLE_PROFILER: '1' } },
  'productcatalogservice': { port: 3550, env: { DISABLE_PROFILER: '1' } },
  'recommendationservice': { port: 8080, env: { DISABLE_PROFILER: '1' } },
  'redis-cart': { container: 'redis', image: 'redis:alpine', port: 6379 },
  'shippingservice': { port: 50051, env: { DISABLE_PROFILER: '1' } },
};

/** The Deployment and ServiceAccount of one of them. */
export function server(chart: Chart, name: string): Deployment {
  const { image, container: called = 'server', port, env = {}, init } = SERVERS[name];
  const own = image === undefined && port !== undefined ? { PORT: String(port), ...env } : env;
  return deployed(chart, name, {
    replicas: 1,
    containers: [container({ name: called, image: image ?? `${REGISTRY}/${name}:v0.10.6`, env: own, port })],
    initContainers: init ? [container({ ...init, env: {} })] : [],
  });
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly env: Record<string, string>;
  readonly port?: number;
}

function container({ name, image, env, port }: Container): ContainerProps {
  const envVariables = Object.fromEntries(Object.entries(env).map(([variable, value]) => [variable, EnvValue.fromValue(value)]));
  return { name, image, envVariables, ...port === undefined ? {} : { ports: [{ number: port }] } };
}
