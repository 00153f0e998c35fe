import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { TlsAuthority } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { quote, TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { InClusterServingProps, ServingOptions, WorkloadServingOptions } from './serving-options';

/** What a kind is reached by where nothing else is said. @internal */
export interface Usual {
  readonly port: number;
  readonly protocol: Protocol;
}

/** A port, if one is said. @internal */
export interface OptionalPort {
  readonly port?: number;
}

/** A service of a workload of ours. */
export function byWorkload(workload: IWorkload, id: string, options: WorkloadServingOptions & OptionalPort, usual: Usual): Locator {
  const { existingService, kubernetesService, targetPortName } = options;
  const service = options.service ?? existingService ?? id;
  return Locator.ofWorkload({
    workload, existing: existingService !== undefined, kubernetesServices: kubernetesService && { [service]: kubernetesService },
    addresses: [{ service, ...reached(options, usual), targetPortName }],
  });
}

/** A service of somebody else in this cluster. */
export function byNeighbour({ service, namespace, podLabels, ...options }: InClusterServingProps & OptionalPort, usual: Usual): Locator {
  return Locator.inCluster({ namespace, podLabels, addresses: [{ service, ...reached(options, usual) }] });
}

function reached({ port, targetPort, headless, tls }: ServingOptions & OptionalPort, usual: Usual) {
  return { port: port ?? usual.port, targetPort, headless, tls, protocol: usual.protocol };
}

/** Who vouches for a server towards clients that start TLS: the authority that comes with the credential, if one does. */
export function authorityOf(credentials: Credential | undefined): TlsAuthority {
  return credentials?.has('ca') ? TlsAuthority.LOGIN : TlsAuthority.SYSTEM;
}

/** Holds a credential to what a kind asks, and adds what the kind knows. @internal */
export type Complete = (credential: Credential) => Credential;

/** How it is entered, by its clients and by the server itself, and which Kubernetes Service is said. @internal */
export type ProvidedOptions = CredentialOptions & Pick<WorkloadServingOptions, 'service' | 'existingService' | 'serverEnvNames'> & {
  /** Database of the server, where no part of the credential tells it. */
  readonly database?: string;
};

/**
 * What is provided, with the credentials that all consumers share, if there are any. Throws BST017 if one is missing, BST016 if a Kubernetes Service is both to
 * be made and there.
 */
export function provided(locator: Locator, options: ProvidedOptions, path: string, complete: Complete = credential => credential): Provision {
  const { credentials, readOnlyCredentials, serverEnvNames, database, service, existingService } = options;
  if (service !== undefined && existingService !== undefined) throw madeAndThere(service, existingService, path);
  if (!credentials?.has('ca') && locator.addresses.some(({ tls }) => tls.authority === TlsAuthority.LOGIN)) {
    throw missing(path, 'the server is to be verified by the part "ca" of the credentials, and there is none', 'give that part, or another TlsAuthority');
  }
  if (credentials) {
    const readOnly = readOnlyCredentials && complete(verifying(readOnlyCredentials, credentials));
    return new Provision({ locator, login: Login.shared(complete(credentials), readOnly), serverEnvNames, database });
  }
  if (readOnlyCredentials) throw missing(path, 'there are credentials for those who only read and none for the others', 'give credentials too');
  return new Provision({ locator, serverEnvNames, database });
}

/** Whoever enters, the server and so its authority are the same. */
function verifying(readOnly: Credential, credentials: Credential): Credential {
  return readOnly.has('ca') || !credentials.has('ca') ? readOnly : readOnly.with('ca', credentials.part('ca'));
}

function madeAndThere(service: string, existingService: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST016',
    path,
    problem: `service ${quote(service)} is to be made, and existingService ${quote(existingService)} is there already`,
    fix: 'give service for a Service that is made, or existingService for one that is there',
  });
}

function missing(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST017', path, problem, fix });
}
