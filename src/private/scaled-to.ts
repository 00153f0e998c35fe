import { manifestOf, member, textMember } from './manifest-member';

/** An autoscaler, as the app emits it. */
interface Scaler {
  readonly namespace: string;
  manifest(): unknown;
}

/** What an autoscaler of KEDA makes of its target where nothing is said. Source: https://keda.sh/docs/latest/reference/scaledobject-spec/#maxreplicacount */
const KEDA_MOST = 100;

/** The most pods that autoscalers make of objects, by namespace, kind and name of these. */
export class ScaledTo {
  private readonly most = new Map<string, number>();

  /**
   * @param horizontal HorizontalPodAutoscalers of `autoscaling`, whose maxReplicas has to be said
   * @param keda ScaledObjects of KEDA, whose target is a Deployment where nothing else is said
   */
  constructor(horizontal: readonly Scaler[], keda: readonly Scaler[]) {
    for (const scaler of horizontal) this.add(scaler, 'maxReplicas');
    for (const scaler of keda) this.add(scaler, 'maxReplicaCount', KEDA_MOST);
  }

  public of(namespace: string, kind: string, name: string): number | undefined {
    return this.most.get(`${namespace} ${kind} ${name}`);
  }

  private add(scaler: Scaler, word: string, usual?: number): void {
    const spec = member(manifestOf(scaler), 'spec');
    const target = `${scaler.namespace} ${textMember(spec, 'scaleTargetRef', 'kind') ?? 'Deployment'} ${textMember(spec, 'scaleTargetRef', 'name')}`;
    const said = member(spec, word) ?? usual;
    if (typeof said === 'number') this.most.set(target, Math.max(said, this.most.get(target) ?? 0));
  }
}
