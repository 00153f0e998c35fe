import { WildBalancing, WildLocality, WildService } from '../../fixtures/wild/plan';

/** Words for how requests are spread; undefined for what Istio does anyway. */
export function balancingOf({ loadBalancing, provider }: WildService): string | undefined {
  if ('headless' in provider && provider.headless) return undefined;
  if (typeof loadBalancing !== 'object') return loadBalancing === 'LEAST_REQUEST' ? undefined : loadBalancing;
  const locality = loadBalancing.locality && localityOf(loadBalancing.locality);
  const said = [wayOf(loadBalancing), hashOf(loadBalancing), warmupOf(loadBalancing), locality].filter(word => word !== undefined);
  return said.length === 1 && said[0] === 'LEAST_REQUEST' ? undefined : said.join('; ');
}

function wayOf({ by, name = '', path = '/', ttl = 0 }: WildBalancing): string {
  switch (by) {
    case 'leastRequest': return 'LEAST_REQUEST';
    case 'roundRobin': return 'ROUND_ROBIN';
    case 'random': return 'RANDOM';
    case 'address': return 'the address';
    case 'header': return `header ${name.toLowerCase()}`;
    case 'queryParameter': return `parameter ${name}`;
    default: return `cookie ${name} of ${path} for ${ttl}`;
  }
}

function hashOf({ hash }: WildBalancing): string | undefined {
  return hash && `${hash.algorithm} ${hash.size}`;
}

function warmupOf({ warmup }: WildBalancing): string | undefined {
  return warmup && `warm after ${warmup.duration} from ${warmup.minimumPercent ?? 10} by ${warmup.aggression ?? 1}`;
}

function localityOf({ ready, failover = {}, priority, zones, shares = [] }: WildLocality): string {
  if (zones) return ['zones', ...zones.minClusterSize === undefined ? [] : [`from ${zones.minClusterSize}`], ...zones.failoverPriority ?? [], ...turnsOf(zones.failover)].join(' ');
  if (ready === 'ANYWHERE') return 'anywhere';
  return ['near', ...priority?.labels ?? [], ...turnsOf(priority?.regions ?? failover), ...shares.map(({ from, to }) => `${from}=${JSON.stringify(to)}`)].join(' ');
}

function turnsOf(regions: Record<string, string> = {}): string[] {
  return Object.entries(regions).map(([from, to]) => `${from}>${to}`);
}
