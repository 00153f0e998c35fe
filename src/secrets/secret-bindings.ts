import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { Pods } from '../pods/pods';
import { Topology } from '../topology';
import { BindingPlan, hasCredential, planBinding, plansOf } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { bindContainers, variablesOf } from './container-bindings';
import { ENFORCED } from './enforced-fields';
import { emitExternalSecret } from './external-secret';
import { secretChecks } from './secret-checks';
import { Secrets } from './secrets';
import { mayClash } from './variable-claimed-twice';

/** What to bind. */
export interface SecretBindingsProps {
  /** The topology to read. */
  readonly topology: Topology;
  /**
   * Who fills the Secrets of credentials that are kept in an external store.
   *
   * @default - nobody: a dependency on such a credential is refused
   */
  readonly secrets?: Secrets;
}

/**
 * Tells every workload of the services that it depends on: environment variables, and files as the Service Binding specification
 * lays them out. Credentials stay where they are kept; what is emitted refers to them. No Secret with data is ever emitted.
 */
export class SecretBindings extends Construct {
  private readonly graph: TopologyGraph;

  constructor(scope: Construct, id: string, props: SecretBindingsProps) {
    super(scope, id);
    const { topology, secrets } = props;
    const credentialed: BindingPlan[] = [];
    const contested = new Map<IWorkload, string[]>();
    this.graph = topology.read({ enforces: ENFORCED, checks: secretChecks(credentialed, contested, secrets) });
    for (const workload of this.graph.workloads) {
      const bindings = this.graph.bindingsOf(workload);
      const made = Pods.isPods(workload.pods) ? workload.pods.workloads : [];
      if (made.length > 0 || mayClash(bindings)) contested.set(workload, made.flatMap(variablesOf));
      const plans = bindings.filter(binding => made.length > 0 || hasCredential(binding)).map(planBinding);
      for (const pods of made) bindContainers(this, pods, plans);
      for (const plan of plans) {
        if (plan.references.size > 0) credentialed.push(plan);
        if (secrets && plan.supplied.size > 0) emitExternalSecret(this, plan, secrets);
      }
    }
  }

  /**
   * The variables that a workload's containers get, in order; for pods that another program makes, those that it has to add.
   *
   * @param workload a workload of the topology
   */
  public variablesOf(workload: IWorkload): BoundVariable[] {
    return plansOf(this.graph, workload).flatMap(plan => plan.variables);
  }
}
