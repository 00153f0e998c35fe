import { Construct, IConstruct } from 'constructs';
import { BINDING_ROOT } from '../model/binding-name';
import { BindableContainer, EnvVar, PodVolume, WorkloadResource } from '../pods/workload-resource';
import { distinct } from '../private/distinct';
import { textsFor } from '../private/rendered-text';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BindingPlan } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { BoundVolume } from './bound-volume';
import { boundVolume, projectedVolume } from './projected-volume';
import { namesLikeServiceLinks } from './service-links';
import { csiVolume, suppliedVolumes } from './supplied-volumes';
import { BIND_ONCE, OwnVariable } from './variable-claimed-twice';

const ROOT_VARIABLE = 'SERVICE_BINDING_ROOT';

/** Paths of files stand in URLs and in connection strings, where a space, a quote or a percent sign would end or change them. */
const ROOT = /^(\/[-.\w]+)+$/;

/** What bindings of a workload put into containers whose binding folders lie below a root. */
export type PlansBelow = (root: string) => BindingPlan[];

/** What outputs have put into pods, and which did, by what makes them: a second output meets it as if it were the container's own. */
const putInto = new WeakMap<IConstruct, Map<string, Construct>>();

/** The variables that a workload's containers have already, but for the root, which is theirs to set. */
export function variablesOf({ made, containers }: WorkloadResource): OwnVariable[] {
  const put = putInto.get(made);
  return containers.flatMap(({ name: container, env }) => (
    env.filter(({ name }) => name !== ROOT_VARIABLE)
      .map(({ name }) => ({ container, name, output: put?.get(variableKey(container, name))?.node.path }))));
}

/** The roots that the containers of a workload want their bindings below, each once. */
export function rootsOf({ containers }: WorkloadResource): string[] {
  return distinct(containers.map(rootOf));
}

/** Puts bindings into the containers of a workload, for an output: variables, and files below the container's root. */
export function bindContainers(output: Construct, resource: WorkloadResource, plansBelow: PlansBelow): void {
  const { made } = resource;
  const put = putInto.get(made) ?? new Map<string, Construct>();
  putInto.set(made, put);
  const volumes = new Volumes(output, resource, put);
  for (const container of resource.containers) {
    const root = rootOf(container);
    const plans = plansBelow(root).filter(({ binding }) => binding.containers?.includes(container.name) ?? true);
    if (plans.length === 0) continue;
    const files = volumes.of(plans, root);
    const variables = textsFor(made, plans.flatMap(plan => plan.variables).map(envVarOf));
    if (files) assertNothingMounted(container, root, plans[0].binding.path);
    for (const volume of suppliedVolumes(plans)) volumes.mount(volume, container, plans[0].binding.path);
    container.prepend(files ? [...variables, { name: ROOT_VARIABLE, value: root }] : variables);
    for (const { name } of variables) put.set(variableKey(container.name, name), output);
    if (files) container.mount(files, root);
    if (namesLikeServiceLinks(plans)) resource.switchOffServiceLinks();
  }
}

/** Throws BST020 if a binding is meant for a container that the workload's pods do not have. */
export function assertContainers({ made, containers }: WorkloadResource, plans: BindingPlan[]): void {
  const known = containers.map(({ name }) => name);
  for (const { binding } of plans) {
    const unknown = binding.containers?.filter(name => !known.includes(name)) ?? [];
    if (unknown.length > 0) {
      throw new TopologyError({
        code: 'BST020',
        path: binding.path,
        problem: `${made.node.path} has no container ${listed(unknown)}; it has ${listed(known, unknown[0])}`,
        fix: 'name containers of the pods, or leave "containers" out',
      });
    }
  }
}

/** The volumes of a workload's pods: one for all containers that find the same files below the same root. */
class Volumes {
  private readonly made = new Map<string, PodVolume>();
  private readonly needed = new Map<string, PodVolume>();

  constructor(private readonly output: Construct, private readonly resource: WorkloadResource, private readonly put: Map<string, Construct>) {}

  public of(plans: BindingPlan[], root: string): PodVolume | undefined {
    const key = JSON.stringify([root, ...plans.map(({ binding }) => binding.path)]);
    const known = this.made.get(key);
    if (known) return known;
    const volume = boundVolume(plans, this.made.size === 0 ? 'bindings' : `bindings-${this.made.size + 1}`, root);
    if (!volume) return undefined;
    this.assertNameIsFree(volume.name, plans[0].binding.path);
    for (const { annotation, text } of volume.files) {
      if (annotation !== undefined) this.resource.annotate(annotation, textsFor(this.resource.made, text!));
    }
    const made = projectedVolume(volume);
    this.put.set(volumeKey(volume.name), this.output);
    this.made.set(key, made);
    return made;
  }

  /** Mounts a volume that a supplied Secret needs; containers with different roots share it, because no file of a binding is in it. */
  public mount(volume: BoundVolume, container: BindableContainer, path: string): void {
    const { name, mountPath } = volume;
    assertPathIsFree(container, mountPath, path);
    if (!this.needed.has(name)) {
      this.assertNameIsFree(name, path);
      this.put.set(volumeKey(name), this.output);
      this.needed.set(name, csiVolume(volume));
    }
    container.mount(this.needed.get(name)!, mountPath);
  }

  /** Throws BST020 if the pods have a volume of the name already. */
  private assertNameIsFree(name: string, path: string): void {
    const { made, volumeNames } = this.resource;
    if (!volumeNames.includes(name)) return;
    const output = this.put.get(volumeKey(name));
    throw new TopologyError({
      code: 'BST020',
      path,
      problem: output
        ? `the pods of ${made.node.path} are bound by ${output.node.path} already`
        : `${made.node.path} has a volume ${quote(name)} already, which is the name of a volume of bindings`,
      fix: output ? BIND_ONCE : 'give that volume another name',
    });
  }
}

/** Throws BST020 if a container has a mount where its bindings stand, or below: of two mounts at one path the API server refuses the second. */
function assertNothingMounted({ name, mountPaths }: BindableContainer, root: string, path: string): void {
  const taken = mountedBelow(mountPaths, root);
  if (taken === undefined) return;
  throw new TopologyError({
    code: 'BST020',
    path,
    problem: `the container ${quote(name)} has something mounted at ${quote(taken)} already, and its bindings are files below ${quote(root)}`,
    fix: `mount that elsewhere, or set ${ROOT_VARIABLE} in the container to another path`,
  });
}

/** Throws BST020 if a container has a mount where a volume of a supplier is due, or below. */
function assertPathIsFree({ name, mountPaths }: BindableContainer, due: string, path: string): void {
  const taken = mountedBelow(mountPaths, due);
  if (taken === undefined) return;
  throw new TopologyError({
    code: 'BST020',
    path,
    problem: `the container ${quote(name)} has something mounted at ${quote(taken)} already, where a volume is due that a Secret of its bindings needs`,
    fix: 'mount that elsewhere',
  });
}

function mountedBelow(mountPaths: readonly string[], root: string): string | undefined {
  return mountPaths.find(mountPath => `${mountPath.replace(/(?<!\/)\/+$/, '')}/`.startsWith(`${root}/`));
}

function variableKey(container: string, name: string): string {
  return `variable ${container} ${name}`;
}

function volumeKey(name: string): string {
  return `volume ${name}`;
}

/** The specification forbids to overwrite a root that is set. Source: https://servicebinding.io/spec/core/1.1.0/#workload-projection */
function rootOf({ name, env }: BindableContainer): string {
  const own = env.find(variable => variable.name === ROOT_VARIABLE);
  if (own === undefined) return BINDING_ROOT;
  const root = typeof own.value === 'string' ? own.value.replace(/(?<!\/)\/+$/, '') : '';
  if (ROOT.test(root)) return root;
  throw new TopologyError({
    code: 'BST020',
    path: `container ${name}`,
    problem: `its ${ROOT_VARIABLE} is ${quote(own.value)}, which is no path that bindings can stand below`,
    fix: `give ${ROOT_VARIABLE} as an absolute path of letters, digits, "-", "_", "." and "/", or leave it out`,
  });
}

function envVarOf({ name, value, secretName, secretKey }: BoundVariable): EnvVar {
  return value === undefined ? { name, valueFrom: { secretKeyRef: { key: secretKey, name: secretName } } } : { name, value };
}
