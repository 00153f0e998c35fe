import type { Container, EnvValue, ISecret, Workload as PlusWorkload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { BINDING_ROOT } from '../model/binding-name';
import { distinct } from '../private/distinct';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BindingPlan } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { boundVolume, ProjectedVolume } from './projected-volume';
import { namesLikeServiceLinks, switchOffServiceLinks } from './service-links';
import { BIND_ONCE, OwnVariable } from './variable-claimed-twice';

/**
 * Loaded when there is a container to write to, which cdk8s-plus made: a program whose pods are all made elsewhere does not carry its
 * 15 MB (bench/).
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const plus = () => require('cdk8s-plus-28') as typeof import('cdk8s-plus-28');

const ROOT_VARIABLE = 'SERVICE_BINDING_ROOT';

/** Paths of files stand in URLs and in connection strings, where a space, a quote or a percent sign would end or change them. */
const ROOT = /^(\/[-.\w]+)+$/;

/** What bindings of a workload put into containers whose binding folders lie below a root. */
export type PlansBelow = (root: string) => BindingPlan[];

/** The outputs that have put something into pods, by what they have put there: a second one meets it as if it were the container's own. */
const putBy = new WeakMap<object, Construct>();

/** The variables that a workload's containers have already, but for the root, which is theirs to set. */
export function variablesOf(workload: PlusWorkload): OwnVariable[] {
  return containersOf(workload).flatMap(({ name: container, env }) => (
    Object.entries(env.variables)
      .filter(([name]) => name !== ROOT_VARIABLE)
      .map(([name, value]) => ({ container, name, output: putBy.get(value)?.node.path }))));
}

/** The roots that the containers of a workload want their bindings below, each once. */
export function rootsOf(workload: PlusWorkload): string[] {
  return distinct(containersOf(workload).map(rootOf));
}

/**
 * Puts bindings into the containers of a workload: variables, and files below the container's root. Volumes are constructs of `scope`, so
 * that two bindings of one name, or two outputs that bind one workload, meet in a finding and not in an error of cdk8s.
 */
export function bindContainers(scope: Construct, workload: PlusWorkload, plansBelow: PlansBelow): void {
  const secretOf = (name: string) => scope.node.tryFindChild(`secret ${name}`) as ISecret | undefined
    ?? plus().Secret.fromSecretName(scope, `secret ${name}`, name);
  const volumes = new Volumes(scope, workload);
  for (const container of containersOf(workload)) {
    const root = rootOf(container);
    const plans = plansBelow(root).filter(({ binding }) => binding.containers?.includes(container.name) ?? true);
    if (plans.length === 0) continue;
    const files = volumes.of(plans, root);
    prepend(container, new Map([
      ...plans.flatMap(plan => plan.variables).map((variable): [string, EnvValue] => [variable.name, put(valueOf(variable, secretOf), scope)]),
      ...files ? [[ROOT_VARIABLE, plus().EnvValue.fromValue(root)] as [string, EnvValue]] : [],
    ]));
    if (files) {
      assertNothingMounted(container, root, plans[0].binding.path);
      container.mount(root, files, { readOnly: true });
    }
    if (namesLikeServiceLinks(plans)) switchOffServiceLinks(workload);
  }
}

/** Throws BST020 if a binding is meant for a container that the workload's pods do not have. */
export function assertContainers(workload: PlusWorkload, plans: BindingPlan[]): void {
  const known = containersOf(workload).map(({ name }) => name);
  for (const { binding } of plans) {
    const unknown = binding.containers?.filter(name => !known.includes(name)) ?? [];
    if (unknown.length > 0) {
      throw new TopologyError({
        code: 'BST020',
        path: binding.path,
        problem: `${workload.node.path} has no container ${listed(unknown)}; it has ${listed(known, unknown[0])}`,
        fix: 'name containers of the pods, or leave "containers" out',
      });
    }
  }
}

/** The volumes of a workload's pods: one for all containers that find the same files below the same root. */
class Volumes {
  private readonly made = new Map<string, ProjectedVolume>();

  constructor(private readonly scope: Construct, private readonly workload: PlusWorkload) {}

  public of(plans: BindingPlan[], root: string): ProjectedVolume | undefined {
    const key = JSON.stringify([root, ...plans.map(({ binding }) => binding.path)]);
    const known = this.made.get(key);
    if (known) return known;
    const volume = boundVolume(plans, this.made.size === 0 ? 'bindings' : `bindings-${this.made.size + 1}`, root);
    if (!volume) return undefined;
    assertNameIsFree(this.workload, volume.name, plans[0].binding.path);
    for (const { annotation, text } of volume.files) if (annotation !== undefined) this.workload.podMetadata.addAnnotation(annotation, text!);
    const made = put(new ProjectedVolume(this.scope, `volume ${volume.name} of ${this.workload.node.path}`, volume), this.scope);
    this.made.set(key, made);
    return made;
  }
}

/** Throws BST020 if a container has a mount where its bindings stand, or below: of two mounts at one path the API server refuses the second. */
function assertNothingMounted(container: Container, root: string, path: string): void {
  const taken = container.mounts.find(mount => `${mount.path.replace(/(?<!\/)\/+$/, '')}/`.startsWith(`${root}/`));
  if (!taken) return;
  throw new TopologyError({
    code: 'BST020',
    path,
    problem: `the container ${quote(container.name)} has something mounted at ${quote(taken.path)} already, and its bindings are files below ${quote(root)}`,
    fix: `mount that elsewhere, or set ${ROOT_VARIABLE} in the container to another path`,
  });
}

/** Throws BST020 if the pods have a volume of the name already. */
function assertNameIsFree(workload: PlusWorkload, name: string, path: string): void {
  const own = [...workload.volumes, ...containersOf(workload).flatMap(({ mounts }) => mounts.map(({ volume }) => volume))];
  const taken = own.find(volume => volume.name === name);
  if (!taken) return;
  const output = putBy.get(taken);
  throw new TopologyError({
    code: 'BST020',
    path,
    problem: output
      ? `the pods of ${workload.node.path} are bound by ${output.node.path} already`
      : `${workload.node.path} has a volume ${quote(name)} already, which is the name of the volume with the files of bindings`,
    fix: output ? BIND_ONCE : 'give that volume another name',
  });
}

function put<Value extends object>(value: Value, output: Construct): Value {
  putBy.set(value, output);
  return value;
}

function containersOf(workload: PlusWorkload): Container[] {
  return [...workload.initContainers, ...workload.containers];
}

/** The specification forbids to overwrite a root that is set. Source: https://servicebinding.io/spec/core/1.1.0/#workload-projection */
function rootOf(container: Container): string {
  const own = container.env.variables[ROOT_VARIABLE] as EnvValue | undefined;
  if (own === undefined) return BINDING_ROOT;
  const root = typeof own.value === 'string' ? own.value.replace(/(?<!\/)\/+$/, '') : '';
  if (ROOT.test(root)) return root;
  throw new TopologyError({
    code: 'BST020',
    path: `container ${container.name}`,
    problem: `its ${ROOT_VARIABLE} is ${quote(own.value)}, which is no path that bindings can stand below`,
    fix: `give ${ROOT_VARIABLE} as an absolute path of letters, digits, "-", "_", "." and "/", or leave it out`,
  });
}

/**
 * Sets variables before those that the container has by itself, whose `$(NAME)` see only what stands before them. cdk8s-plus keeps variables in
 * the order of their first setting and cannot take one away, so that its own record is filled anew.
 */
function prepend(container: Container, variables: ReadonlyMap<string, EnvValue>): void {
  const record = (container.env as unknown as { readonly _variables: Record<string, EnvValue> })._variables;
  const own = { ...record };
  for (const name of Object.keys(own)) delete record[name];
  for (const [name, value] of variables) container.env.addVariable(name, value);
  for (const [name, value] of Object.entries(own)) container.env.addVariable(name, value);
}

function valueOf(variable: BoundVariable, secretOf: (name: string) => ISecret): EnvValue {
  return variable.value === undefined
    ? plus().EnvValue.fromSecretValue({ secret: secretOf(variable.secretName!), key: variable.secretKey! })
    : plus().EnvValue.fromValue(variable.value);
}
