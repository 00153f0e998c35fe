import { balancedBy } from './balancing';

test.each<[object, string]>([
  [{ simple: 'RANDOM' }, 'RANDOM'], [{ simple: 'ROUND_ROBIN', warmup: { duration: '30s' } }, 'ROUND_ROBIN; warm after 30000 from 10 by 1'],
  [{ consistentHash: { httpHeaderName: 'x', maglev: { tableSize: 7 } } }, 'header x; maglev 7'],
  [{ consistentHash: { useSourceIp: true }, localityLbSetting: { enabled: false } }, 'the address; anywhere'],
  [{ simple: 'RANDOM', localityLbSetting: { enabled: true, failover: [{ from: 'a', to: 'b' }], failoverPriority: ['x'] } }, 'RANDOM; near x a>b'],
  [{ simple: 'RANDOM', zoneAwareLbSetting: { enabled: false } }, 'RANDOM; anywhere'],
  [{ simple: 'RANDOM', zoneAwareLbSetting: { enabled: true, minClusterSize: 2, failover: [{ from: 'a', to: 'b' }], failoverPriority: ['x'] } }, 'RANDOM; zones from 2 x a>b'],
])('%j is %s', (spec, words) => expect(balancedBy(spec)).toBe(words));

test('what it does not know it does not pass over', () => expect(() => balancedBy({ simple: 'RANDOM', zone: {} })).toThrow('zone'));
