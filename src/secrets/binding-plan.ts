import { Binding } from '../model/binding';
import { BindingEntry } from '../model/binding-entry';
import { variableName } from '../model/binding-name';
import { BindingPart, SecretEncoding } from '../model/binding-value';
import { SecretOrigin, SecretReference } from '../model/secret-reference';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { BoundVariable } from './bound-variable';
import { escapeDollars } from './dollar-escape';

/** A file of a binding: literal text, or a key of a Secret. @internal */
export interface BoundFile {
  readonly path: string;
  readonly text?: string;
  readonly secretName?: string;
  readonly secretKey?: string;
}

/** Everything that a binding puts into a consumer's containers, and the Secret it has to be supplied with. @internal */
export interface BindingPlan {
  readonly binding: Binding;
  /** In order: a variable comes after those that it refers to. */
  readonly variables: BoundVariable[];
  readonly files: BoundFile[];
  /** Name of the Secret that is supplied from a store. */
  readonly suppliedSecret: string;
  /** Keys of that Secret to what they are made of; empty if nothing is kept in a store. */
  readonly supplied: Map<string, BindingPart[]>;
  /** Every credential that is read. */
  readonly references: Set<SecretReference>;
  /** Entries that cannot be composed without breaking, by variable or file. */
  readonly unencodable: string[];
}

/** What all bindings of a workload need. Worked out anew at each call: a plan is cheap to make, and many are dear to keep. */
export function plansOf(graph: TopologyGraph, workload: IWorkload): BindingPlan[] {
  return graph.bindingsOf(workload).map(planBinding);
}

/** Whether anything that a binding tells is made of a credential. */
export function hasCredential(binding: Binding): boolean {
  return binding.entries.some(({ value }) => value.parts.some(part => part.secret !== undefined));
}

/** What a binding needs, worked out entry by entry. */
export function planBinding(binding: Binding): BindingPlan {
  const plan: BindingPlan = {
    binding,
    variables: [],
    files: [{ path: 'type', text: binding.service.bindingType }, { path: 'provider', text: binding.service.bindingProvider }],
    suppliedSecret: `${binding.consumer.name}-${binding.name}`,
    supplied: new Map(),
    references: new Set(),
    unencodable: [],
  };
  for (const entry of binding.entries) planEntry(plan, entry);
  return plan;
}

function planEntry(plan: BindingPlan, entry: BindingEntry): void {
  const secrets = entry.value.parts.filter(part => part.secret !== undefined);
  secrets.forEach(part => plan.references.add(part.secret!));
  if (entry.value.text !== undefined) {
    place(plan, entry, { text: entry.value.text });
  } else if (secrets.every(part => part.secret!.origin === SecretOrigin.STORE)) {
    const key = entry.file ?? entry.variable!.toLowerCase();
    plan.supplied.set(key, entry.value.parts);
    place(plan, entry, { secretName: plan.suppliedSecret, secretKey: key });
  } else if (entry.value.parts.length === 1 && secrets[0].encoding === SecretEncoding.NONE) {
    place(plan, entry, inCluster(secrets[0]));
  } else {
    compose(plan, entry, secrets);
  }
}

function place(plan: BindingPlan, entry: BindingEntry, source: { text?: string; secretName?: string; secretKey?: string }): void {
  const { text, secretName, secretKey } = source;
  const variable = plan.binding.variableOf(entry);
  const value = text === undefined ? undefined : escapeDollars(text);
  if (variable !== undefined) plan.variables.push({ name: variable, value, secretName, secretKey });
  if (entry.file !== undefined) plan.files.push({ path: entry.file, text, secretName, secretKey });
}

/**
 * A variable made of variables, by the kubelet's `$(NAME)`. The kubelet encodes nothing, so every part must be safe as it is:
 * one that has to be percent-encoded, or one from a store among parts of the cluster, cannot be composed.
 */
function compose(plan: BindingPlan, entry: BindingEntry, secrets: BindingPart[]): void {
  const variable = plan.binding.variableOf(entry);
  const unsafe = secrets.some(part => part.encoding !== SecretEncoding.NONE || part.secret!.origin === SecretOrigin.STORE);
  if (unsafe || variable === undefined || entry.file !== undefined) {
    plan.unencodable.push(variable ?? entry.file!);
    return;
  }
  const nameOf = (part: BindingPart) => variableName(plan.binding.name, part.part!.toUpperCase());
  plan.variables.push(...secrets.map(part => ({ name: nameOf(part), ...inCluster(part) })));
  const value = entry.value.parts.map(part => part.literal === undefined ? `$(${nameOf(part)})` : escapeDollars(part.literal)).join('');
  plan.variables.push({ name: variable, value });
}

function inCluster(part: BindingPart): { secretName: string; secretKey: string } {
  return { secretName: part.secret!.secretName!, secretKey: part.secret!.keys[part.part!] };
}
