import { IstioOptions } from './istio-options';
import { IstioVersion } from './istio-version';

/** The Istio that objects are made for. @internal */
export interface IstioTarget {
  readonly version: IstioVersion;
  /** Whether proxies know the other pods of their own workload. */
  readonly selfDiscovery: boolean;
}

const ORDER: readonly IstioVersion[] = [IstioVersion.V1_30, IstioVersion.V1_31];

/** The Istio that a mesh is told of. */
export function targetOf({ istioVersion = IstioVersion.V1_30, selfDiscovery = false }: Pick<IstioOptions, 'istioVersion' | 'selfDiscovery'>): IstioTarget {
  return { version: istioVersion, selfDiscovery };
}

/** Whether it knows what came with a version. */
export function reaches({ version }: IstioTarget, needed: IstioVersion): boolean {
  return ORDER.indexOf(version) >= ORDER.indexOf(needed);
}
