import { SOURCES } from './support/sources';

/** Words of data planes: their names, their proxies, their objects and fields. */
const WORDS = /istio|envoy|sidecar|waypoint|virtual ?service|destination ?rule|service ?entry|authorization ?policy|exportTo|HTTPRoute\b|parentRef|linkerd|cilium/i;

test('src/traffic speaks no data plane\'s words, comments included', () => {
  const traffic = SOURCES.filter(({ file }) => file.startsWith('traffic/'));
  expect(traffic.length).toBeGreaterThan(0);
  expect(traffic.flatMap(({ file, text }) => text.split('\n').filter(line => WORDS.test(line.replaceAll('HttpRoute', ''))).map(line => `${file}: ${line.trim()}`))).toEqual([]);
});
