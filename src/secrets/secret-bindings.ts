import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding } from '../model/binding';
import { BINDING_ROOT } from '../model/binding-name';
import { CredentialPart } from '../model/credential-part';
import { OutputOptions } from '../model/output-options';
import { Rotation } from '../model/rotation';
import { ToldBinding } from '../model/told-binding';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { Pods } from '../pods/pods';
import { WorkloadResource } from '../pods/workload-resource';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll, giveToOthers } from '../private/common-metadata';
import { distinct } from '../private/distinct';
import { Topology } from '../topology';
import { untoldAuthorityOf } from './authority-that-is-not-told';
import { BindingEnforcement } from './binding-enforcement';
import { BindingPlan, hasCredential, planBinding } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { BoundVolume } from './bound-volume';
import { assertContainers, bindContainers, rootsOf, variablesOf } from './container-bindings';
import { GeneratedSecret } from './generated-secret';
import { untoldOf } from './login-that-is-not-told';
import { boundVolume } from './projected-volume';
import { isKept, reloadOn } from './reloader';
import { toldRole, unsuitable } from './role-secret';
import { rotatingOf, rotationOf, secretsInVariables } from './rotation-of';
import { BindingsSeen, secretChecks } from './secret-checks';
import { generatedFor } from './secret-generation';
import { SecretSupplier } from './secret-supplier';
import { SecretReader, SuppliedSecret } from './supplied-secret';
import { suppliedVolumes } from './supplied-volumes';
import { hindrance, isGeneratedBy } from './supplier-answers';
import { unencodedOf } from './url-without-encoding';
import { claimsOf, couldShareVariables } from './variable-claimed-twice';

/** What to bind. */
export interface SecretBindingsProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
  /**
   * Who fills the Secrets of credentials that are kept in an external store.
   *
   * @default - nobody: a dependency on such a credential is refused
   */
  readonly secrets?: SecretSupplier;
  /**
   * Whether pods are restarted when a credential changes that their containers read in variables: what makes them, a Deployment, StatefulSet, DaemonSet or Rollout, gets the annotation
   * `secret.reloader.stakater.com/reload` with the names of the Secrets. Reloader has to run in the cluster. What is read from files changes in running containers.
   * Source: https://github.com/stakater/Reloader
   *
   * @default false
   */
  readonly restartOnRotation?: boolean;
}

/**
 * Tells every workload of the services that it depends on: environment variables, and files as the Service Binding specification
 * lays them out. A workload that runs a service is told what the provider names for it. Credentials stay where they are kept; what is emitted refers to them. No Secret with data is ever emitted.
 */
export class SecretBindings extends Construct {
  private readonly graph: TopologyGraph;
  private readonly supplier?: SecretSupplier;
  private readonly generated = new Set<string>();
  private readonly restartOnRotation: boolean;
  private readonly seen: BindingsSeen = { needs: [], unencoded: [], claimedTwice: [], rotating: [], untold: [], unsigned: [] };

  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  constructor(scope: Construct, id: string, props: SecretBindingsProps) {
    acceptArguments('new SecretBindings', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const { topology, secrets, restartOnRotation = false } = props;
    this.supplier = secrets;
    this.restartOnRotation = restartOnRotation;
    const enforcement = new BindingEnforcement(binding => this.rotationOf(binding));
    this.graph = topology.read({ enforcement, checks: secretChecks(this.seen, secrets) });
    for (const workload of this.graph.workloads) {
      this.bind(workload);
      for (const binding of this.graph.bindingsOf(workload)) this.tellOperator(binding);
    }
    giveToOthers(this);
  }

  /**
   * The variables that a workload's containers get, in order; for pods that another program makes, those that it has to add.
   *
   * @param workload a workload of the topology
   */
  public variablesOf(workload: IWorkload): BoundVariable[] {
    return this.plansOf(workload).flatMap(plan => plan.variables);
  }

  /**
   * The volumes that a workload's containers mount; for pods that another program makes, those that it has to add: at most one with the files of its bindings,
   * mounted at `/bindings`, and those that a supplier of secrets needs mounted so that its Secrets are there.
   *
   * @param workload a workload of the topology
   */
  public volumesOf(workload: IWorkload): BoundVolume[] {
    const plans = this.plansOf(workload);
    const files = boundVolume(plans, 'bindings', BINDING_ROOT);
    return [...files ? [files] : [], ...suppliedVolumes(plans)];
  }

  private plansOf(workload: IWorkload): BindingPlan[] {
    return this.graph._toldTo(workload).map(binding => planBinding(binding, this.supplier));
  }

  /** A binding that no container gets needs no Secret: nobody would read it. */
  private bind(workload: IWorkload): void {
    const bindings = this.graph._toldTo(workload).filter(({ containers }) => containers?.length !== 0);
    const made = podsOf(workload);
    const roots = made.flatMap(rootsOf);
    const needed = made.length > 0 || couldShareVariables(bindings) ? bindings : bindings.filter(hasCredential);
    if (needed.length === 0) return;
    const below = new Map(distinct(roots.length > 0 ? roots : [BINDING_ROOT]).map(root => [root, this.planned(needed, root)]));
    if (made.length > 0 || needed.length > 1) this.seen.claimedTwice.push(...claimsOf([...below.values()][0], made.flatMap(variablesOf)));
    for (const pods of made) {
      assertContainers(pods, [...below.values()][0]);
      bindContainers(this, pods, root => below.get(root)!);
    }
    this.supply([...below.values()], made.map(readerOf));
    if (made.length > 0) this.restart(workload, made, [...below.values()][0]);
  }

  private rotationOf(binding: Binding): Rotation | undefined {
    if (binding.containers?.length === 0) return undefined;
    return rotationOf(planBinding(binding, this.supplier), podsOf(binding.consumer), this.supplier);
  }

  /** Has pods restarted when a credential changes, or remembers those that nobody restarts. */
  private restart(workload: IWorkload, made: WorkloadResource[], plans: BindingPlan[]): void {
    const { supplier } = this;
    const secrets = secretsInVariables(plans);
    if (this.restartOnRotation && secrets.length > 0) for (const pods of made.filter(isKept)) reloadOn(pods, secrets);
    if (supplier) this.seen.rotating.push(...rotatingOf(workload, made, plans, supplier));
  }

  private planned(bindings: ToldBinding[], root: string): BindingPlan[] {
    return bindings.map(binding => planBinding(binding, this.supplier, root));
  }

  /** One Secret for a binding, whatever roots its containers have: what differs from root to root is a finding. */
  private supply([first, ...others]: BindingPlan[][], readers: SecretReader[]): void {
    for (const [position, plan] of first.entries()) {
      const again = others.map(plans => plans[position]);
      if (again.some(({ supplied }) => JSON.stringify(supplied?.values) !== JSON.stringify(plan.supplied?.values))) {
        plan.unmade.push({
          name: plan.supplied!.name,
          reason: 'it names a file, and containers of the workload have different roots of bindings',
          fix: 'set SERVICE_BINDING_ROOT to one path in all of them, or in none',
        });
      }
      this.seen.unencoded.push(...unencodedOf(plan));
      const untold = untoldOf(plan.binding);
      this.seen.untold.push(...untold);
      if (untold.length === 0) this.seen.unsigned.push(...untoldAuthorityOf(plan.binding));
      this.generate(generatedFor(plan));
      if (plan.references.length === 0) continue;
      const { binding, references, supplied } = plan;
      this.seen.needs.push({ binding, references, supplied, hindrance: supplied && this.emit(binding, supplied._readBy(readers)) });
    }
  }

  /** The Secret that an operator makes the user of a consumer of, where it makes one for each. */
  private tellOperator(binding: Binding): void {
    const told = toldRole(binding);
    if (!told) return;
    const { supplied, generated, role: { password } } = told;
    if (generated) this.generate([[password, generated]]);
    const hindered = supplied && this.emit(binding, supplied, supplier => unsuitable(told, supplier));
    this.seen.needs.push({ binding, references: [password], told, supplied, hindrance: hindered });
  }

  /** Once for the server and all clients, so that they read one value. */
  private generate(secrets: readonly [CredentialPart, GeneratedSecret][]): void {
    for (const [part, secret] of secrets) {
      const key = JSON.stringify(secret);
      if (this.generated.has(key) || !this.supplier || !isGeneratedBy(this.supplier, part)) continue;
      this.generated.add(key);
      this.supplier.generate(this, secret);
    }
  }

  /** Why the supplier cannot fill the Secret. What it does not fetch is another matter (BST519), and it is not asked for that. */
  private emit({ path }: ToldBinding, secret: SuppliedSecret, unsuited?: (by: SecretSupplier) => string | undefined): string | undefined {
    const { supplier } = this;
    if (!supplier || !secret.parts.every(({ part }) => supplier.fetches(part))) return undefined;
    const reason = unsuited?.(supplier) ?? hindrance(secret, supplier, path);
    if (reason === undefined) supplier.supply(this, secret);
    return reason;
  }
}

guard('SecretBindings', SecretBindings);

function readerOf({ made }: WorkloadResource): SecretReader {
  const { apiGroup, kind, name } = ApiObject.of(made);
  return { group: apiGroup === 'core' ? '' : apiGroup, kind, name };
}

function podsOf({ pods }: IWorkload): WorkloadResource[] {
  return Pods.isPods(pods) ? pods._resources : [];
}
