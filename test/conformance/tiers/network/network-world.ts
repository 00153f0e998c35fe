import { Manifest, Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { Place, Role } from './place';

/** The policies, and the pods that the manifests' Deployments and StatefulSets make. */
export class NetworkWorld implements TierWorld {
  private policies = new Map<string, Manifest[]>();
  private controllers = new Map<string, Manifest[]>();

  public async apply(manifests: Manifests): Promise<void> {
    this.policies = byNamespace(manifests.ofKind('NetworkPolicy'));
    this.controllers = byNamespace([...manifests.ofKind('Deployment'), ...manifests.ofKind('StatefulSet')]);
  }

  public async close(): Promise<void> {}

  /** The policies of these namespaces: a policy selects pods of its own namespace only. */
  public policiesIn(namespaces: Iterable<string>): Manifest[] {
    return [...new Set(namespaces)].flatMap(namespace => this.policies.get(namespace) ?? []);
  }

  /** The policy of a workload, which has its name. */
  public policyOf(owner: string): Manifest {
    const [namespace, workload] = owner.split('/');
    const found = this.policies.get(namespace)?.find(({ metadata }) => metadata.name === workload);
    if (!found) throw new Error(`${owner} has no policy`);
    return found;
  }

  /**
   * The pods of a workload that is guarded, labelled as their controllers' templates say.
   *
   * @param owner `<namespace>/<workload>`
   * @param controllers names of its Deployments or StatefulSets
   * @param replicas pods of each controller
   */
  public podsOf(owner: string, controllers: readonly string[], replicas = 2): Place[] {
    const [namespace] = owner.split('/');
    return controllers.flatMap(name => Array.from({ length: replicas }, (_, ordinal): Place => ({
      owner,
      name: `${namespace}/${name}-${ordinal}`,
      role: Role.WORKLOAD,
      pod: { namespace, labels: { 'pod-template-hash': '7d4b8f6c9', ...this.controller(namespace, name).spec.template.metadata.labels } },
      guarded: true,
    })));
  }

  /** A name that cdk8s makes ends in a hash, which begins with c8. */
  private controller(namespace: string, wanted: string): Manifest {
    const found = this.controllers.get(namespace)?.find(({ metadata: { name } }) => name === wanted || name.startsWith(`${wanted}-c8`));
    if (!found) throw new Error(`nothing makes the pods of ${namespace}/${wanted}`);
    return found;
  }
}

function byNamespace(objects: readonly Manifest[]): Map<string, Manifest[]> {
  const grouped = new Map<string, Manifest[]>();
  for (const object of objects) {
    const namespace = object.metadata.namespace!;
    grouped.set(namespace, [...grouped.get(namespace) ?? [], object]);
  }
  return grouped;
}
