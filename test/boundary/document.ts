import { TopologyDocument } from '../../src';

const locator = {
  owner: 'workload', namespace: 'shop', workload: 'shop/workloads/web', operator: { operator: 'strimzi', resource: 'events', listener: 'tls' },
  podLabels: { app: 'web' }, cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'],
  addresses: [{
    role: 'primary', host: 'web.shop.svc', port: 80, targetPort: 8080, protocol: 'http', tls: { start: 'client', authority: 'system' },
    basePath: '/v1', serviceName: 'web', headless: false, serviceType: 'LoadBalancer',
  }],
};
const finding = { code: 'BST616', severity: 'error', path: 'shop', problem: 'it is wrong', fix: 'change it' };
const policy = {
  interaction: 'stream',
  timeout: '1s', connectTimeout: '1s', retry: { attempts: 1, perTryTimeout: '1s', on: ['5xx'], backoff: '25ms' },
  circuitBreaker: { consecutiveErrors: 5, resetTimeout: '30s', interval: '10s', maxEjectionPercent: 50, ofGateways: true, localOriginErrors: 3 },
  connectionPool: { maxConnections: 1, maxPendingRequests: 1, maxRequests: 1, idleTimeout: '1s', maxRequestsPerConnection: 1, maxRetries: 1, retryBudget: { percent: 20, minRetryConcurrency: 3, budgetInterval: '1s' }, http2KeepAlive: { interval: '30s', timeout: '5s' }, maxConnectionDuration: '1h', tcpKeepalive: { time: '60s', interval: '10s', probes: 3 } },
  operations: ['getUser'], access: 'read-only', clientConnections: 10, consumerGroup: 'readers', transactionalIdPrefix: 'web-', criticality: 'optional', bindingName: 'told', delivery: 'files', containers: ['main'],
};

/** A document in which every member is said. */
export const DOCUMENT: TopologyDocument = {
  schemaVersion: 1,
  workloads: [{
    path: 'shop/workloads/web', name: 'web', namespace: 'shop', serviceAccountName: 'web', selector: { app: 'web' },
    versions: [{ name: 'v1', labels: { app: 'web' }, replicas: 2 }], standing: 'guarded', releasing: 'v2', replicas: 2,
    machines: { known: [{ address: '192.0.2.7', version: 'v1', locality: 'eu/eu-1', weight: 2 }], cidrs: ['192.0.2.7/32'], locality: 'eu', weight: 2, probe: 'GET / at port 8080' },
    admits: [{
      identity: 'mesh', namespace: 'monitoring', podLabels: { app: 'prometheus' }, serviceAccountName: 'prometheus', cidrs: ['203.0.113.0/24'], clientCidrs: ['198.51.100.0/24'],
      port: 9090, methods: ['GET'], paths: ['/metrics'],
    }],
    requires: [{ issuer: 'https://issuer.example.com', audiences: ['shop'], claims: { groups: ['staff'] }, ports: [8080], exceptPaths: ['/health'], exceptMethods: ['OPTIONS'], optional: true }],
    enforces: [{ name: 'no-deletes', action: 'DENY', dryRun: true, provider: 'opa' }],
    mutualTls: { mode: 'PERMISSIVE', reason: 'the old shop has no sidecar', ports: [{ port: 8080, mode: 'DISABLE', reason: 'the old shop has no sidecar' }] },
    reaches: [{ namespace: 'cert-manager', podLabels: { app: 'webhook' }, cidrs: ['203.0.113.0/24'], port: 6443, udp: true }],
  }],
  services: [{
    path: 'shop/web', name: 'web', bindingType: 'http', provider: 'us', shape: 'api', locator,
    operations: [{ id: 'getUser', method: 'GET', path: '/users', retriable: true }], loadBalancing: { algorithm: 'CONSISTENT_HASH', header: 'x-user', cookie: 'shop', queryParameter: 'user', consistentHash: 'MAGLEV 65537', locality: 'nearest first', warmup: '30s from 10 %' },
    serverVariables: ['PASSWORD'], maxConnections: 97,
    routes: [{ weights: { v1: 100 }, steps: [5, 100], step: 0, matches: [[{ of: 'header', is: 'exact', name: 'x-user', text: 'jason' }]], onTheWay: ['copy 1 % to v2'], answer: 'status 404' }],
  }],
  channels: [{
    path: 'shop/web/orders', name: 'orders', kind: 'kafka-topic', channelName: 'Orders', service: 'shop/web', partitions: 3, replicas: 3,
    declaredElsewhere: false, settings: { 'flush.ms': '1' },
  }],
  dependencies: [{
    path: 'shop/workloads/web publishes orders', verb: 'publishes', synchronous: false, source: 'shop/workloads/web', service: 'shop/web',
    channel: 'shop/web/orders', policy,
  }],
  bindings: [{ consumer: 'shop/workloads/web', service: 'shop/web', name: 'told', variables: ['URL'], files: ['ca.crt'], rotation: {
    sources: [{ producer: 'ClusterSecretStore vault', entry: 'shop/web' }], secrets: ['web-web'], serverSecret: 'web-web-server', refreshInterval: '1h', noticedBy: 'restart', restartedBy: 'Reloader', withoutDowntime: true,
  } }],
  findings: [finding],
  acknowledgements: [{ finding, reason: 'it is right here' }],
};
