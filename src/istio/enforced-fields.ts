import { DependencyPolicy } from '../model/dependency';

/** For every field of a dependency, whether Istio's objects carry it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, boolean> = {
  timeout: true,
  connectTimeout: true,
  retry: true,
  circuitBreaker: true,
  connectionPool: true,
  operations: true,
  access: false,
  group: false,
  criticality: false,
  bindingName: false,
};

/** What the mesh enforces; `tlsByMesh` is a property of the service. */
export const ENFORCED: string[] = [...Object.entries(FIELDS).filter(([, enforced]) => enforced).map(([field]) => field), 'tlsByMesh'];
