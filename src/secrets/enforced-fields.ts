import { DependencyPolicy } from '../model/dependency';

/** For every field of a dependency, whether bindings carry it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, boolean> = {
  timeout: false,
  connectTimeout: false,
  retry: false,
  circuitBreaker: false,
  connectionPool: false,
  operations: false,
  access: true,
  group: true,
  criticality: false,
  bindingName: true,
};

/** What the bindings enforce. */
export const ENFORCED: string[] = Object.entries(FIELDS).filter(([, enforced]) => enforced).map(([field]) => field);
