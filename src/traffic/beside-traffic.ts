import { DependencyPolicy } from '../model/dependency-policy';
import { EnforcementAnswer } from '../model/enforcement';

type OfTraffic = 'timeout' | 'connectTimeout' | 'retry' | 'circuitBreaker' | 'connectionPool' | 'operations';

const beside = () => EnforcementAnswer.NOT_MINE;

/** The fields of a dependency that no data plane carries: what a client is told, what checks and pictures read. A new field fails to compile here, or where traffic is answered for, until it is decided. */
export const BESIDE_TRAFFIC: Record<Exclude<keyof DependencyPolicy, OfTraffic>, () => EnforcementAnswer> = {
  interaction: beside,
  access: beside,
  clientConnections: beside,
  consumerGroup: beside,
  transactionalIdPrefix: beside,
  criticality: beside,
  bindingName: beside,
  envNames: beside,
  delivery: beside,
  containers: beside,
};
