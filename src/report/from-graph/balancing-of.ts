import { ConsistentHash } from '../../model/consistent-hash';
import { LoadBalancing } from '../../model/load-balancing';
import { Locality } from '../../model/locality';
import { Warmup } from '../../model/warmup';
import { durationText } from '../../private/duration-text';
import { DocumentedLoadBalancing } from '../document/documented-service';

/** How requests are spread, as a document tells it. */
export function balancingOf({ algorithm, header, cookie, queryParameter, consistentHash, locality, warmup }: LoadBalancing): DocumentedLoadBalancing {
  return {
    algorithm, header, cookie, queryParameter,
    consistentHash: consistentHash && tableOf(consistentHash), locality: locality && localityOf(locality), warmup: warmup && warmupOf(warmup),
  };
}

function tableOf({ algorithm, size }: ConsistentHash): string {
  return `${algorithm} ${size}`;
}

function localityOf({ preference, _regions: regions = {}, _labels: labels = [], _shares: shares = [], _minClusterSize: size }: Locality): string {
  const said = [
    ...size === undefined ? [] : [`from ${size} endpoints on`],
    ...labels,
    ...Object.entries(regions).map(([from, to]) => `${from} to ${to}`),
    ...shares.map(({ from, to }) => `${from} to ${Object.entries(to).map(([locality, percent]) => `${locality} ${percent} %`).join(' and ')}`),
  ];
  return said.length === 0 ? preference : `${preference} ${said.join(', ')}`;
}

function warmupOf({ duration, minimumPercent = 10, aggression = 1 }: Warmup): string {
  return `${durationText(duration)} from ${minimumPercent} %${aggression === 1 ? '' : `, aggression ${aggression}`}`;
}
