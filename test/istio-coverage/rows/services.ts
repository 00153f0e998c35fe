import {
  GrpcProvider, GrpcService, HttpProvider, HttpRoute, HttpService, IpFamily, IpFamilyPolicy, Pods, Redis, RedisProvider, ServiceType, Tls, Workload,
  WorkloadStanding,
} from '../../../src';
import { FOR_CALLER } from '../alike/for-caller';
import { HTTPS_IS_TLS, REDIS_IS_TCP } from '../alike/protocols';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { Meaning } from '../meaning/meaning';

const DUAL_STACK = { ipFamilyPolicy: IpFamilyPolicy.REQUIRE_DUAL_STACK, ipFamilies: [IpFamily.IPV6, IpFamily.IPV4] };
const IPV6_ONLY = { ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK, ipFamilies: [IpFamily.IPV6] };
const TCP_ECHO = {
  kind: 'Service', host: 'tcp-echo', selects: { app: 'tcp-echo' }, ports: [{ port: 9000, protocol: 'tcp' }, { port: 9001, protocol: 'tcp' }],
} as const;

/** The Service of an app that answers HTTP. */
const http = (app: string, port: number, targetPort = port): Meaning => ({ kind: 'Service', host: app, selects: { app }, ports: [{ port, protocol: 'http', targetPort }] });

export const SERVICES: readonly CoverageRow[] = [
  {
    manifest: 'samples/helloworld/helloworld.yaml',
    declare: sample => sample.calls(sample.http('helloworld', { port: 5000, versions: ['v1', 'v2'] })),
    expects: [http('helloworld', 5000)],
    verdict: SAME,
  },
  {
    manifest: 'samples/helloworld/helloworld-dual-stack.yaml',
    declare: sample => sample.calls(sample.http('helloworld', { port: 5000, versions: ['v1', 'v2'], kubernetesService: DUAL_STACK })),
    expects: [{ ...http('helloworld', 5000), families: { policy: 'RequireDualStack', of: ['IPv6', 'IPv4'] } } as Meaning],
    verdict: SAME,
  },
  {
    manifest: 'samples/httpbin/httpbin.yaml',
    declare: sample => sample.calls(sample.http('httpbin', { port: 8000, targetPort: 8080 })),
    expects: [http('httpbin', 8000, 8080)],
    verdict: SAME,
  },
  {
    manifest: 'samples/httpbin/httpbin-nodeport.yaml',
    declare: sample => sample.calls(sample.http('httpbin', { port: 8000, targetPort: 8080, kubernetesService: { serviceType: ServiceType.NODE_PORT } })),
    expects: [{ ...http('httpbin', 8000, 8080), type: 'NodePort' } as Meaning],
    verdict: SAME,
  },
  {
    manifest: 'istio.io mirroring: Service httpbin',
    declare: sample => sample.calls(sample.http('httpbin', { port: 8000, targetPort: 8080, versions: ['v1', 'v2'] })),
    expects: [http('httpbin', 8000, 8080)],
    verdict: SAME,
  },
  {
    manifest: 'istio.io mirroring: mirror to v2',
    declare: sample => sample.calls(sample.http('httpbin', {
      port: 8000, versions: ['v1', 'v2'], routes: [HttpRoute.split({ v1: 100 }, { mirrors: [{ version: 'v2', percentage: 100 }] })],
    })),
    expects: [{ kind: 'VirtualService', host: 'httpbin', routes: [{ to: { v1: 100 }, copies: { v2: 100 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/httpbin/sample-client/fortio-deploy.yaml',
    declare: sample => sample.calls(sample.http('fortio', { port: 8080 })),
    expects: [http('fortio', 8080)],
    verdict: SAME,
  },
  {
    manifest: 'samples/curl/curl.yaml',
    declare: sample => sample.http('curl', { port: 80 }),
    expects: [http('curl', 80)],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/tcp-echo-services.yaml',
    declare: sample => {
      sample.tcp('echo', 'tcp-echo', { port: 9000, service: 'tcp-echo' });
      sample.tcp('other', 'tcp-echo', { port: 9001, service: 'tcp-echo' });
    },
    expects: [TCP_ECHO],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/tcp-echo-ipv6.yaml',
    declare: sample => {
      sample.tcp('echo', 'tcp-echo', { port: 9000, service: 'tcp-echo', kubernetesService: IPV6_ONLY });
      sample.tcp('other', 'tcp-echo', { port: 9001, service: 'tcp-echo' });
    },
    expects: [{ ...TCP_ECHO, families: { policy: 'SingleStack', of: ['IPv6'] } }],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/tcp-echo-dual-stack.yaml',
    declare: sample => {
      sample.tcp('echo', 'tcp-echo', { port: 9000, service: 'tcp-echo', kubernetesService: DUAL_STACK });
      sample.tcp('other', 'tcp-echo', { port: 9001, service: 'tcp-echo' });
    },
    expects: [{ ...TCP_ECHO, families: { policy: 'RequireDualStack', of: ['IPv6', 'IPv4'] } }],
    verdict: SAME,
  },
  {
    manifest: 'samples/grpc-echo/grpc-echo.yaml',
    declare: sample => {
      const echo = sample.workload('echo', ['v1', 'v2']);
      new HttpService(sample.topology, 'web', { provider: HttpProvider.workload(echo, { port: 80, targetPort: 18080, service: 'echo' }) });
      new GrpcService(sample.topology, 'grpc', { provider: GrpcProvider.workload(echo, { port: 7070, targetPort: 17070, service: 'echo' }) });
      sample.tcp('bytes', 'echo', { port: 9090, targetPort: 19090, service: 'echo' });
    },
    expects: [{
      kind: 'Service', host: 'echo', selects: { app: 'echo' },
      ports: [
        { port: 80, protocol: 'http', targetPort: 18080 }, { port: 7070, protocol: 'grpc', targetPort: 17070 }, { port: 9090, protocol: 'tcp', targetPort: 19090 },
      ],
    }],
    verdict: SAME,
  },
  {
    manifest: 'samples/open-telemetry/otel.yaml',
    declare: sample => new GrpcService(sample.topology, 'otel-collector', { provider: GrpcProvider.workload(sample.workload('otel-collector'), { port: 4317 }) }),
    expects: [{ kind: 'Service', host: 'otel-collector', selects: { app: 'otel-collector' }, ports: [{ port: 4317, protocol: 'grpc' }] }],
    verdict: SAME,
  },
  {
    manifest: 'samples/open-telemetry/loki/otel.yaml',
    declare: sample => {
      const service = 'opentelemetry-collector';
      const collector = sample.workload(service);
      new GrpcService(sample.topology, 'opencensus', { provider: GrpcProvider.workload(collector, { port: 55678, service }) });
      new GrpcService(sample.topology, 'otlp', { provider: GrpcProvider.workload(collector, { port: 4317, service }) });
    },
    expects: [{
      kind: 'Service', host: 'opentelemetry-collector', selects: { app: 'opentelemetry-collector' },
      ports: [{ port: 4317, protocol: 'grpc' }, { port: 55678, protocol: 'grpc' }],
    }],
    verdict: SAME,
  },
  {
    manifest: 'samples/ratelimit/rate-limit-service.yaml',
    declare: sample => {
      const ratelimit = sample.workload('ratelimit');
      const redis = new Redis(sample.topology, 'redis', { provider: RedisProvider.workload(sample.workload('redis')) });
      new HttpService(sample.topology, 'health', { provider: HttpProvider.workload(ratelimit, { port: 8080, service: 'ratelimit' }) });
      new GrpcService(sample.topology, 'limits', { provider: GrpcProvider.workload(ratelimit, { port: 8081, service: 'ratelimit' }) });
      new HttpService(sample.topology, 'debug', { provider: HttpProvider.workload(ratelimit, { port: 6070, service: 'ratelimit' }) });
      ratelimit.uses(redis);
    },
    expects: [
      { kind: 'Service', host: 'redis', selects: { app: 'redis' }, ports: [{ port: 6379, protocol: 'redis' }] },
      {
        kind: 'Service', host: 'ratelimit', selects: { app: 'ratelimit' },
        ports: [{ port: 8080, protocol: 'http' }, { port: 8081, protocol: 'grpc' }, { port: 6070, protocol: 'http' }],
      },
    ],
    verdict: sameBehaviour(REDIS_IS_TCP),
  },
  {
    manifest: 'istio.io egress-gateway-tls: Service my-nginx',
    declare: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { run: 'my-nginx' }, namespace: 'mesh-external' });
      const nginx = new Workload(topology, 'nginx', { pods, standing: WorkloadStanding.MIGRATING });
      new HttpService(topology, 'my-nginx', { provider: HttpProvider.workload(nginx, { port: 443, tls: Tls.byClient() }) });
    },
    expects: [{
      kind: 'Service', host: 'my-nginx.mesh-external.svc.cluster.local', selects: { run: 'my-nginx' }, ports: [{ port: 443, protocol: 'https' }],
    }],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io scoping: Service exportTo annotation',
    declare: sample => sample.calls(sample.http('ratings', { port: 9080, kubernetesService: { annotations: { 'networking.istio.io/exportTo': '.' } } })),
    expects: [{ ...http('ratings', 9080), told: { 'networking.istio.io/exportTo': '.' } } as Meaning],
    verdict: SAME,
  },
];
