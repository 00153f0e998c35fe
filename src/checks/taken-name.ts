import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { SecretMaker } from '../model/credential-part';
import { DataAccess } from '../model/data-access';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { ISubject } from '../model/subject';
import { accountsTaken } from '../model/taken-accounts';
import { podsTaken } from '../model/taken-pods';
import { TopologyGraph } from '../model/topology-graph';
import { serviceNamesOf } from '../model/version-services';
import { secretsMadeBy } from '../private/made-secrets';
import { manifestOf, textMember } from '../private/manifest-member';
import { quote } from '../private/topology-error';

/** BST524 */
export const takenName = ourCheck<IAppCheck>({
  code: 'BST524',
  title: 'taken-name',
  severity: Severity.ERROR,
  rationale: 'Clients of an operator\'s service dial its Services, enter with its Secrets, and are let through to the pods with its labels. An object of the same '
    + 'name, or pods with these labels, are taken for the operator\'s: they are sent the password, or choose it; pods that run as its ServiceAccount may do what its pods may. The same holds for a Secret that comes of an object '
    + 'of this program. Source: https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors; the operators\' own references',
  fix: 'give the object another name, or the pods other labels or a ServiceAccount of their own; where its operator was told to use it, acknowledge that',

  check: context => {
    const taken = takenNames(context);
    return [...context.objects.flatMap(object => claimsOf(object).flatMap(claim => problemsOf(object, claim, object.namespace, taken))),
      ...context.graphs.flatMap(graph => graph.services).filter(({ locator }) => locator.owner === ServiceOwner.WORKLOAD)
        .flatMap(service => claimsOfOurs(service).flatMap(claim => problemsOf(service, claim, service.locator.namespace!, taken))),
      ...podsTaken(context), ...accountsTaken(context)];
  },
});

/** A name that something claims: of a Service or of a Secret. */
interface Claim {
  readonly kind: 'Service' | 'Secret';
  readonly name: string;
  /** Whether the object that makes it is one of ours. */
  readonly ours?: boolean;
}

/** Whose a name is, in a namespace. */
interface Taken {
  readonly namespace: string;
  readonly words: string;
  /** The object of ours that the Secret comes of; none if an operator makes it by itself. */
  readonly from?: EmittedObject;
}

type TakenNames = ReadonlyMap<string, readonly Taken[]>;

/** Namespaces are compared afterwards, because an object may name none. */
function takenNames({ graphs, objects }: AppContext): TakenNames {
  const taken = new Map<string, Map<string, Taken>>();
  const take = (kind: Claim['kind'], name: string, owner: Taken) => {
    const owners = taken.get(`${kind} ${name}`) ?? new Map<string, Taken>();
    taken.set(`${kind} ${name}`, owners.set(`${owner.namespace} ${owner.words}`, owner));
  };
  for (const graph of graphs) {
    for (const service of graph.services) {
      if (service.locator.owner !== ServiceOwner.OPERATOR) continue;
      const { operator, resource, namespace } = service.locator;
      const owner: Taken = { namespace: namespace!, words: `${operator} makes for its resource ${quote(resource)}` };
      for (const name of servicesOf(service)) take('Service', name, owner);
      for (const name of secretsOf(service, graph)) take('Secret', name, owner);
    }
  }
  for (const object of objects) {
    if (object.byHand) continue;
    for (const name of secretsMadeBy(object)) take('Secret', name, { namespace: object.namespace, words: `comes of ${object.path}`, from: object });
  }
  return new Map([...taken].map(([name, owners]) => [name, [...owners.values()]]));
}

function servicesOf({ locator, _provision: { furtherServices } }: BackingService): string[] {
  return [...serviceNamesOf(locator), ...furtherServices];
}

function secretsOf(service: BackingService, graph: TopologyGraph): string[] {
  const credentials = graph.dependenciesOn(service).flatMap(({ source, policy }) => (
    service.login?.credentialFor(source, policy.access ?? DataAccess.READ_WRITE) ?? []));
  const parts = credentials.flatMap(credential => Object.values(credential.parts));
  return [...service._provision.furtherSecrets, ...parts.flatMap(({ maker, secretName }) => maker === SecretMaker.OPERATOR ? secretName! : [])];
}

/** Names that an object claims. Endpoints of a Service's name are sent a part of what it gets. */
function claimsOf(object: EmittedObject): Claim[] {
  const { group, kind, name, byHand } = object;
  if (byHand && group === '' && (kind === 'Service' || kind === 'Endpoints')) return [{ kind: 'Service', name }];
  if (byHand && group === 'discovery.k8s.io' && kind === 'EndpointSlice') {
    const service = textMember(manifestOf(object), 'metadata', 'labels', 'kubernetes.io/service-name');
    return service === undefined ? [] : [{ kind: 'Service', name: service }];
  }
  return secretsMadeBy(object).map(secret => ({ kind: 'Secret', name: secret, ours: !byHand }));
}

function claimsOfOurs({ locator }: BackingService): Claim[] {
  return serviceNamesOf(locator).map(name => ({ kind: 'Service', name }));
}

const RENAME = 'give it another name';
const RENAME_BINDING = 'give the binding that it is supplied for another bindingName';

/** An object without a namespace goes wherever it is applied to: probably there, and of several such places one is told. What comes of two objects of ours is their own matter (BST803). */
function problemsOf(subject: ISubject, { kind, name, ours }: Claim, namespace: string, taken: TakenNames): Problem[] {
  const owners = (taken.get(`${kind} ${name}`) ?? [])
    .filter(owner => (namespace === '' || namespace === owner.namespace) && owner.from !== subject && !(ours && owner.from));
  return (namespace === '' ? owners.slice(0, 1) : owners)
    .map(owner => {
      const problem = Problem.of(subject, `it gives out the ${kind} ${quote(name)} in namespace ${owner.namespace}, which ${owner.words}`, ours ? RENAME_BINDING : RENAME);
      return namespace === '' ? problem.asWarning() : problem;
    });
}
