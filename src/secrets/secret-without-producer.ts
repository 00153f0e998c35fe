import { ITopologyCheck, ourCheck } from '../model/check';
import { CheckContext } from '../model/check-context';
import { CredentialPart, SecretMaker } from '../model/credential-part';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ToldBinding } from '../model/told-binding';
import { byCodePoint } from '../private/names';
import { BindingPlan } from './binding-plan';
import { ToldRole } from './role-secret';
import { isGenerated, toldToServers, ungenerated } from './secret-generation';
import { SecretSupplier } from './secret-supplier';
import { SuppliedSecret } from './supplied-secret';
import { answered } from './supplier-answers';

/** What a binding reads from Secrets. @internal */
export interface SecretNeed extends Pick<BindingPlan, 'binding' | 'references' | 'supplied'> {
  /** Why the supplier cannot fill the Secret that is supplied. */
  readonly hindrance?: string;
  /** The user that an operator makes for the consumer, where it is its Secret that is due. */
  readonly told?: ToldRole;
}

/** BST519 */
export function secretWithoutProducer(needs: SecretNeed[], supplier?: SecretSupplier): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST519',
    title: 'secret-without-producer',
    severity: Severity.ERROR,
    rationale: 'A pod that refers to a Secret which nobody makes stays in CreateContainerConfigError for ever, and nothing in the YAML shows it. '
      + 'Secrets do not cross namespaces either, and of two that are made under one name there is one, without the keys of the other. Source: https://kubernetes.io/docs/concepts/configuration/secret/',
    fix: 'add the output that makes the Secret: a secret supply, or StrimziKafka',
    check: context => {
      const supplied = new Map(needs.flatMap(need => need.supplied ? [[placeOf(need.supplied), need] as const] : []));
      const told = toldToServers(needs);
      const all = needs.flatMap(need => {
        const unmade = (part: CredentialPart) => (
          isGenerated(part) ? ungenerated(part, need, told, supplier) : missing(part, need, context, supplier));
        const found = need.references.flatMap(part => replaced(part, need, supplied) ?? unmade(part) ?? []);
        return [...found, ...hindered(need, supplier), ...roleUnmade(need, context)];
      });
      return [...new Map(all.map(each => [JSON.stringify([each.subject.path, each.description]), each])).values()];
    },
  });
}

function placeOf({ name, namespace }: Pick<SuppliedSecret, 'name' | 'namespace'>): string {
  return JSON.stringify([namespace, name]);
}

/** A Secret of somebody else whose name is that of a Secret which is supplied beside it. Those of operators are another rule (BST524). */
function replaced(part: CredentialPart, { binding }: SecretNeed, supplied: ReadonlyMap<string, SecretNeed>): Problem | undefined {
  const { secretName, producer, maker } = part;
  if (secretName === undefined || maker === SecretMaker.OPERATOR) return undefined;
  const other = supplied.get(placeOf({ name: secretName, namespace: binding.consumer.namespace }));
  return other && Problem.of(
    binding._subject,
    `Secret ${secretName} (${producer}) has the name of the one that is supplied to ${other.binding.consumer.name} for binding "${other.binding.name}"`,
    other.binding._isOfServer ? 'give the Secret another name' : 'give that binding another bindingName, or the Secret another name',
  );
}

function hindered({ binding, hindrance }: SecretNeed, supplier?: SecretSupplier): Problem[] {
  return hindrance === undefined ? [] : [Problem.of(
    binding._subject,
    `${supplier!.name} cannot supply ${binding.consumer.name} with the credentials of ${binding.service.name}: ${hindrance}`,
    'keep the whole credential where one supply reads it, or give the Platform another supplier',
  )];
}

/** An operator makes a user because of an object that another output emits. */
function roleUnmade({ binding, told }: SecretNeed, context: CheckContext): Problem[] {
  if (!told || emits(context, told.emittedKind, binding.service.locator.namespace!, told.role.object)) return [];
  const [kind] = told.emittedKind.split('.');
  return [Problem.of(binding._subject, `${binding.consumer.name} enters ${binding.service.name} as a user that comes of ${kind} ${told.role.object}, which this app does not emit`,
    'add the output that emits it for this topology, CloudNativePgDatabases')];
}

function emits(context: CheckContext, emittedKind: string, namespace: string, name: string): boolean {
  const [kind, ...group] = emittedKind.split('.');
  return context.emits(group.join('.'), kind, namespace, name);
}

/** What the suppliers of this package fetch from, and which to give a Platform for it. */
const FETCHES: ReadonlyMap<string, string> = new Map([
  ['ClusterSecretStore', 'externalSecrets()'],
  ['SecretStore', 'externalSecrets()'],
  ['VaultKeyValueV1', 'vaultSecretsOperator()'],
  ['VaultKeyValueV2', 'vaultSecretsOperator()'],
  ['VaultDynamic', 'vaultSecretsOperator()'],
  ['OnePasswordVault', 'onePassword()'],
  ['AwsSecretsManager', 'secretsStoreCsi()'],
  ['AzureKeyVault', 'secretsStoreCsi()'],
  ['GoogleSecretManager', 'secretsStoreCsi()'],
]);

function unfetched(part: CredentialPart, { service, path, _subject: subject }: ToldBinding, supplier?: SecretSupplier): Problem | undefined {
  const { storeKind, producer } = part;
  if (supplier) {
    return answered(supplier.fetches(part), 'fetches', path) ? undefined : Problem.of(
      subject, `${supplier.name} does not fetch the credentials of ${service.name} from ${producer}`, 'name a store that it knows, or give another supplier',
    );
  }
  return Problem.of(subject, `nothing fetches the credentials of ${service.name} from ${producer}`, FETCHES.has(storeKind!)
    ? `give the Platform secrets: Secrets.${FETCHES.get(storeKind!)}` : `give the Platform secrets: a SecretSupplier that fetches from a ${storeKind}`);
}

function missing(part: CredentialPart, { binding }: SecretNeed, context: CheckContext, supplier?: SecretSupplier): Problem | undefined {
  const { consumer, service } = binding;
  const problem = (what: string, fix: string) => Problem.of(binding._subject, what, fix);
  if (part.isStored) return unfetched(part, binding, supplier);
  if (part._isSealed) return sealedElsewhere(part, consumer.namespace, context, problem);
  if (part.emittedKind !== undefined) {
    if (emits(context, part.emittedKind, consumer.namespace, part.secretName!)) return undefined;
    return problem(`Secret ${part.secretName} comes of ${part.producer}, which this app does not emit`,
      'add the output that emits it for this topology, such as StrimziKafka');
  }
  const elsewhere = part.maker === SecretMaker.OPERATOR && service.locator.namespace !== consumer.namespace;
  return elsewhere
    ? problem(`Secret ${part.secretName} is made in namespace ${service.locator.namespace} and cannot be read in ${consumer.namespace}`,
      service.login!._operatedRoles ? `run the workload in the namespace of the service, or put the authority into a Secret of namespace ${consumer.namespace}, and name that as caSecret of the provider`
        : 'run the workload in the namespace of the service, or give the provider credentials that a store of the Kubernetes provider of External Secrets reads there, '
          + `such as ${readThere(part, binding)}, or keep the credentials in a secret store and use an inCluster provider`)
    : undefined;
}

/**
 * A store whose entries are Secrets, and whose properties are their keys: what is made of them for a consumer is in that one's namespace.
 * Source: https://external-secrets.io/latest/provider/kubernetes/
 */
function readThere({ secretName }: CredentialPart, { entries }: ToldBinding): string {
  const pieces = entries.flatMap(({ value }) => value.parts).filter(({ secret }) => secret?.secretName === secretName);
  const keys = new Map(pieces.map(({ name, secret }) => [name!, secret!.key!]));
  const told = [...keys].sort(([one], [other]) => byCodePoint(one, other)).map(([name, key]) => `'${name}': '${key}'`);
  return `SecretStore.cluster(name).secret('${secretName}', { ${told.join(', ')} })`;
}

/**
 * A SealedSecret is bound to its namespace, and its Secret is made there. Where this app emits none of the name, somebody else does;
 * one that names no namespace is put into any.
 */
function sealedElsewhere({ secretName }: CredentialPart, namespace: string, context: CheckContext, problem: (what: string, fix: string) => Problem) {
  const sealed = context._namespacesOf('bitnami.com', 'SealedSecret', secretName!);
  return sealed.length === 0 || sealed.includes(namespace) || sealed.includes('') ? undefined : problem(
    `SealedSecret ${secretName} is in namespace ${sealed[0]}, and the Secret that is made of it there cannot be read in ${namespace}`,
    `seal it for namespace ${namespace} too, and emit it there, or run the workload in namespace ${sealed[0]}`,
  );
}
