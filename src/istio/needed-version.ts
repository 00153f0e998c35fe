import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { EnforcementAnswer } from '../model/enforcement';
import { listed } from '../private/topology-error';
import { IstioTarget, reaches } from './istio-target';
import { IstioVersion } from './istio-version';

/** Something that came with a version of Istio. */
interface Newer<About> {
  /** Its field of a DestinationRule. */
  readonly field: string;
  /** The word for it in a declaration. */
  readonly word: string;
  readonly since: IstioVersion;
  readonly isSaid: (about: About) => boolean;
}

const OF_CALLS: Partial<Record<string, readonly Newer<DependencyPolicy>[]>> = {
  connectionPool: [
    { field: 'connectionPool.http.http2KeepAlive', word: 'http2KeepAlive', since: IstioVersion.V1_31, isSaid: ({ connectionPool }) => connectionPool?.http2KeepAlive !== undefined },
    { field: 'retryBudget.budgetInterval', word: 'budgetInterval', since: IstioVersion.V1_31, isSaid: ({ connectionPool }) => connectionPool?.retryBudget?.budgetInterval !== undefined },
  ],
} satisfies Partial<Record<keyof DependencyPolicy, readonly Newer<DependencyPolicy>[]>>;

const OF_SERVICES: readonly Newer<BackingService>[] = [
  { field: 'loadBalancer.zoneAwareLbSetting', word: 'Locality.zoneAware()', since: IstioVersion.V1_31, isSaid: ({ loadBalancing }) => loadBalancing?.locality?.isZoneAware === true },
  { field: 'loadBalancer.warmup.aggression below 1', word: 'aggression', since: IstioVersion.V1_31, isSaid: ({ loadBalancing }) => (loadBalancing?.warmup?.aggression ?? 1) < 1 },
];

/** Why a field of a dependency is not carried by an Istio, if something in it came later. */
export function newerInCall({ policy }: Dependency, field: string, target: IstioTarget): EnforcementAnswer | undefined {
  return newerThan(target, OF_CALLS[field] ?? [], policy);
}

/** Why the load balancing of a service is not carried by an Istio, if something in it came later. */
export function newerInBalancing(service: BackingService, target: IstioTarget): EnforcementAnswer | undefined {
  return newerThan(target, OF_SERVICES, service);
}

/** All of them in one answer. */
function newerThan<About>(target: IstioTarget, known: readonly Newer<About>[], about: About): EnforcementAnswer | undefined {
  const newer = known.filter(({ since, isSaid }) => !reaches(target, since) && isSaid(about));
  if (newer.length === 0) return undefined;
  const [{ since }] = newer;
  return EnforcementAnswer.cannot(
    `${listed(newer.map(({ field }) => field))} of a DestinationRule is known from Istio ${since} on, and these objects are for ${target.version}`,
    `give the mesh istioVersion IstioVersion.V${since.replace('.', '_')} if it runs that, or leave ${newer.map(({ word }) => word).join(' and ')} out`,
  );
}
