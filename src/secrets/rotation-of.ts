import { CredentialPart, SecretMaker } from '../model/credential-part';
import { DataAccess } from '../model/data-access';
import { NoticedBy, Rotation } from '../model/rotation';
import { IWorkload } from '../model/workload-interface';
import { WorkloadResource } from '../pods/workload-resource';
import { accept } from '../private/boundary';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { BindingPlan } from './binding-plan';
import { isKept, isReloaded, isReplacedInTurn } from './reloader';
import { Rotating } from './rotation-unnoticed';
import { SecretSupplier } from './secret-supplier';

/** Names of the Secrets that bindings read in variables, sorted: a running container never sees one of these change. */
export function secretsInVariables(plans: readonly BindingPlan[]): string[] {
  return secretsOf(plans.flatMap(({ variables }) => variables));
}

/** How the credential of a binding is changed; nothing where it has none. */
export function rotationOf(plan: BindingPlan, pods: readonly WorkloadResource[], supplier?: SecretSupplier): Rotation | undefined {
  const [inVariables, inFiles] = [secretsInVariables([plan]), secretsOf(plan.files)];
  if (inVariables.length + inFiles.length === 0) return undefined;
  const supplies = plan.supplied === undefined ? undefined : supplier;
  const restartedBy = supplies && restartsOf(supplies, plan) ? supplies.name : reloaderOf(pods, inVariables);
  const serverSecret = serverSecretOf(plan);
  return {
    sources: sourcesOf(plan),
    secrets: distinct([...inVariables, ...inFiles]).sort(byCodePoint),
    serverSecret,
    refreshInterval: supplies && refreshOf(supplies, plan),
    noticedBy: noticedBy(inVariables, inFiles),
    restartedBy,
    // A role has one password: until its consumer has the new one, it is turned away.
    withoutDowntime: serverSecret === undefined && isSeamless(inVariables, pods, restartedBy),
  };
}

/** Whether its pods go on while they learn of another, if the old one is good until then. */
function isSeamless(inVariables: readonly string[], pods: readonly WorkloadResource[], restartedBy: string | undefined): boolean {
  return inVariables.length === 0 || restartedBy !== undefined && pods.every(isReplacedInTurn);
}

/** What a workload is told in variables of Secrets that its supplier is told to fill anew; nothing if the supplier restarts pods. */
export function rotatingOf(
  workload: IWorkload, pods: readonly WorkloadResource[], plans: readonly BindingPlan[], supplier: SecretSupplier,
): Rotating[] {
  const supplied = plans.filter(plan => plan.supplied !== undefined && secretsInVariables([plan]).includes(plan.supplied.name));
  if (supplied.length === 0 || !supplier._isToldToRefresh || restartsOf(supplier, supplied[0])) return [];
  const refreshInterval = refreshOf(supplier, supplied[0]);
  if (refreshInterval === undefined) return [];
  const services = supplied.map(({ binding }) => binding.service.name);
  return [{ workload, pods, services, secrets: supplied.map(plan => plan.supplied!.name), supplier: supplier.name, refreshInterval }];
}

/** How often a supplier looks for a new credential. Throws BST021 if it answers what is no duration. */
export function refreshOf(supplier: SecretSupplier, { binding }: BindingPlan) {
  const interval = supplier.refreshes();
  if (interval !== undefined) accept('cdk8s.Duration', interval, 'what refreshes() of the SecretSupplier gives', binding.path);
  return interval;
}

/** Whether a supplier restarts pods itself. Throws BST021 if it answers neither yes nor no. */
export function restartsOf(supplier: SecretSupplier, { binding }: BindingPlan): boolean {
  const restarts = supplier.restarts();
  accept('boolean', restarts, 'what restarts() of the SecretSupplier gives', binding.path);
  return restarts;
}

function noticedBy(inVariables: readonly string[], inFiles: readonly string[]): NoticedBy {
  if (inFiles.length === 0) return 'restart';
  return inVariables.length === 0 ? 'files' : 'restart and files';
}

function reloaderOf(pods: readonly WorkloadResource[], secrets: readonly string[]): string | undefined {
  const kept = pods.filter(isKept);
  return secrets.length > 0 && kept.length > 0 && kept.every(each => isReloaded(each, secrets)) ? 'Reloader' : undefined;
}

function secretsOf(values: readonly { readonly secretName?: string }[]): string[] {
  return distinct(values.flatMap(({ secretName }) => secretName ?? [])).sort(byCodePoint);
}

function serverSecretOf({ binding: { service, consumer } }: BindingPlan): string | undefined {
  return service.login?._operatedRoles?.of(consumer, DataAccess.READ_WRITE).object;
}

/** Each entry of a store and each maker once. */
function sourcesOf({ references }: BindingPlan): Rotation['sources'] {
  const sources = references.map(part => ({ producer: makerOf(part), entry: part.entry }));
  return [...grouped(sources, source => JSON.stringify(source))].sort(([a], [b]) => byCodePoint(a, b)).map(([, [source]]) => source);
}

/** What was said of why somebody makes a Secret is said to who reads the program, and is told nowhere. */
function makerOf({ producer, maker, secretName }: CredentialPart): string {
  return maker === SecretMaker.SOMEBODY ? `whoever makes Secret ${secretName}` : producer;
}
