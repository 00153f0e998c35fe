import { DependencyPolicy } from '../model/dependency-policy';
import { durationText } from '../private/duration-text';

/** `outlierDetection` of a DestinationRule. @internal */
export interface OutlierDetection {
  readonly splitExternalLocalOriginErrors?: true;
  readonly consecutiveLocalOriginFailures?: number;
  readonly consecutiveGatewayErrors?: number;
  readonly consecutive5xxErrors: number;
  readonly interval: string;
  readonly baseEjectionTime: string;
  readonly maxEjectionPercent: number;
}

/** Errors of gateways are among the 5xx, of which five would open the breaker too unless they are turned off by 0. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection */
export function outlierDetectionOf({ circuitBreaker }: DependencyPolicy): OutlierDetection | undefined {
  if (!circuitBreaker) return undefined;
  const { errors, ofGateways, localOriginErrors, interval, resetTimeout, maxEjectionPercent } = circuitBreaker;
  return {
    ...localOriginErrors !== undefined && { splitExternalLocalOriginErrors: true, consecutiveLocalOriginFailures: localOriginErrors },
    ...ofGateways ? { consecutiveGatewayErrors: errors, consecutive5xxErrors: 0 } : { consecutive5xxErrors: errors },
    interval: durationText(interval),
    baseEjectionTime: durationText(resetTimeout),
    maxEjectionPercent,
  };
}
