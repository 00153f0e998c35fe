import { IstioVersion } from '../../src';
import { targetOf } from '../../src/istio/istio-target';
import { knownPolicy } from '../../src/istio/known-policy';
import { TrafficPolicy } from '../../src/istio/traffic-policy';

const BEFORE = targetOf({});
const { V1_31: istioVersion } = IstioVersion;
const AFTER = targetOf({ istioVersion });
const http2KeepAlive = { interval: '30s', timeout: '5s' };
const plain = (policy: TrafficPolicy, target = BEFORE) => JSON.parse(JSON.stringify(knownPolicy(policy, target) ?? null));

const NEWER: TrafficPolicy = {
  loadBalancer: { simple: 'RANDOM', zoneAwareLbSetting: { enabled: true }, warmup: { duration: '1s', minimumPercent: 20, aggression: 0.5 } },
  connectionPool: { tcp: { maxConnections: 1 }, http: { maxRetries: 3, http2KeepAlive } },
  retryBudget: { percent: 10, budgetInterval: '1s' },
};

test('Istio 1.31 is told all of it', () => expect(plain(NEWER, AFTER)).toEqual(NEWER));

test('Istio 1.30 is told what it knows', () => expect(plain(NEWER)).toEqual({
  loadBalancer: { simple: 'RANDOM', warmup: { duration: '1s', minimumPercent: 20 } }, connectionPool: { tcp: { maxConnections: 1 }, http: { maxRetries: 3 } }, retryBudget: { percent: 10 },
}));

test.each<[string, TrafficPolicy, object | null]>([
  ['an aggression that it knows', { loadBalancer: { simple: 'RANDOM', warmup: { duration: '1s', aggression: 1 } } }, { loadBalancer: { simple: 'RANDOM', warmup: { duration: '1s', aggression: 1 } } }],
  ['no block in which nothing is left', { connectionPool: { tcp: { maxConnections: 1 }, http: { http2KeepAlive } } }, { connectionPool: { tcp: { maxConnections: 1 } } }],
  ['nothing where nothing is left', { connectionPool: { http: { http2KeepAlive } } }, null],
  ['a budget without numbers, which has its own', { retryBudget: { budgetInterval: '1s' } }, { retryBudget: {} }],
  ['what has no version', { tls: { mode: 'SIMPLE' }, connectionPool: { tcp: {} } }, { tls: { mode: 'SIMPLE' }, connectionPool: { tcp: {} } }],
])('Istio 1.30 is told %s', (_, policy, known) => expect(plain(policy)).toEqual(known));

describe('endpoints anywhere', () => {
  const policy: TrafficPolicy = { loadBalancer: { simple: 'RANDOM', localityLbSetting: { enabled: false } } };
  const nearest: TrafficPolicy = { loadBalancer: { simple: 'RANDOM', localityLbSetting: { enabled: true } } };

  test('are not those of a zone where proxies would look at zones by themselves', () =>
    expect(plain(policy, targetOf({ istioVersion, selfDiscovery: true }))).toEqual({ loadBalancer: { simple: 'RANDOM', zoneAwareLbSetting: { enabled: false } } }));

  test.each([BEFORE, AFTER, targetOf({ selfDiscovery: true })])('are said as before to %j', target => expect(plain(policy, target)).toEqual(policy));

  test('are told from near ones', () => expect(plain(nearest, targetOf({ istioVersion, selfDiscovery: true }))).toEqual(nearest));
});
