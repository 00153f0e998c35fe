import { BackingService } from '../model/backing-service';
import { CredentialPart, SecretMaker } from '../model/credential-part';
import { Problem } from '../model/problem';
import { BindingPlan } from './binding-plan';
import { GeneratedSecret } from './generated-secret';
import { SecretSupplier } from './secret-supplier';
import { answered } from './supplier-answers';

/** Who reads what. */
type Reading = Pick<BindingPlan, 'binding' | 'references'>;

/** Places of parts, by service. */
type ToldPlaces = ReadonlyMap<BackingService, ReadonlySet<string>>;

/** The Secrets that have to be generated for a binding: beside the server, which is where the clients have to read them too. */
export function generatedFor({ binding, references }: Reading): [CredentialPart, GeneratedSecret][] {
  const { workload, namespace } = binding.service.locator;
  if (!workload || namespace === undefined) return [];
  return references.filter(isGenerated).map(part => {
    const { secretName, key, copy, _generatedLength: length } = part;
    return [part, { name: secretName!, namespace, key: key!, length: length!, copy }];
  });
}

/** Whether a part is generated, and not kept anywhere. */
export function isGenerated({ maker }: CredentialPart): boolean {
  return maker === SecretMaker.GENERATOR;
}

/** Where the parts are kept that servers are told, by service. */
export function toldToServers(needs: readonly Reading[]): ToldPlaces {
  const servers = needs.filter(({ binding }) => binding._isOfServer);
  return new Map(servers.map(({ binding, references }) => [binding.service, new Set(references.map(({ place }) => place))]));
}

/**
 * Why nobody would generate a part, or no two would know it.
 *
 * @param told what `toldToServers` says of all that is read
 */
export function ungenerated(part: CredentialPart, { binding }: Reading, told: ToldPlaces, supplier?: SecretSupplier): Problem | undefined {
  const { consumer, service, path, _subject: subject } = binding;
  const { secretName: name } = part;
  if (!supplier || !answered(supplier.generates(part), 'generates', path)) {
    return Problem.of(subject, `nothing generates the Secret ${name} of ${service.name}`, 'give the Platform secrets: Secrets.externalSecrets()');
  }
  if (part.copy && !answered(supplier.keepsCopyOf(part), 'keepsCopyOf', path)) {
    return Problem.of(subject, `a copy of the Secret ${name} is to be in ${part.copy.producer}, and ${supplier.name} writes nothing there`,
      'name a SecretStore.cluster() or SecretStore.namespaced() with Secrets.externalSecrets(), or leave the copy out');
  }
  if (!service.login?._operatedRoles && told.get(service)?.has(part.place) !== true) {
    return Problem.of(subject, `the Secret ${name} is generated, and the server of ${service.name} is not told what is in it`,
      'name the part in the serverEnvNames of the provider, whose workload runs the server, or keep in a secret store what somebody else knows');
  }
  return consumer.namespace === service.locator.namespace ? undefined : Problem.of(subject,
    `the Secret ${name} is generated in namespace ${service.locator.namespace} and cannot be read in ${consumer.namespace}`,
    'run the workload in the namespace of the service, or keep the credentials in a secret store');
}
