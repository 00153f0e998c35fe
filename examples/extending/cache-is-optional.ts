import { CheckContext, Criticality, ITopologyCheck, Problem, ServiceShape, Severity } from 'cdk8s-backing-services';

/** A check of one's own: who cannot work without its cache has a database. */
export class CacheIsOptional implements ITopologyCheck {
  public readonly code = 'ACME001';
  public readonly title = 'cache-is-optional';
  public readonly severity = Severity.WARNING;
  public readonly rationale = 'A cache may lose everything at any time; what cannot work without it takes it for a database.';
  public readonly fix = 'declare the dependency with the criticality OPTIONAL';

  public check({ graph }: CheckContext): Problem[] {
    return graph.dependencies
      .filter(({ service, policy }) => service.shape === ServiceShape.CACHE && policy.criticality !== Criticality.OPTIONAL)
      .map(dependency => Problem.of(dependency, `"${dependency.service.name}" is a cache, and is required`));
  }
}
