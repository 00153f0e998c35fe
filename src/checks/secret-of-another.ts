import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { CredentialPart, SecretMaker } from '../model/credential-part';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ToldBinding } from '../model/told-binding';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { MadePods, podsMadeBy } from '../private/made-pods';
import { secretsMadeBy } from '../private/made-secrets';
import { quote } from '../private/topology-error';

/** BST525 */
export const secretOfAnother = ourCheck<IAppCheck>({
  code: 'BST525',
  title: 'secret-of-another',
  severity: Severity.ERROR,
  rationale: 'This program has a Secret made for each consumer and service, and a user of its own for each consumer of Kafka. Whoever else reads one enters as that '
    + 'consumer, with its rights, and no policy, ACL or log tells the two apart. '
    + 'Source: https://kubernetes.io/docs/concepts/security/secrets-good-practices/#least-privilege-secrets',
  fix: 'declare what the workload itself depends on, which gives it a credential of its own',

  check: context => {
    const owned = ownedSecrets(context);
    if (owned.size === 0) return [];
    return [...context.graphs.flatMap(graph => bindingsOf(graph).flatMap(binding => readBy(binding, graph, owned))),
      ...podsThatRead(context, owned)];
  },
});

/** Whose a Secret is. */
interface Owned {
  readonly namespace: string;
  /** What it is for. */
  readonly words: string;
  /** Its consumer, if it lives beside it. */
  readonly consumer?: IWorkload;
  /** The topology that has it supplied from a store. */
  readonly suppliedIn?: TopologyGraph;
}

/** By name; namespaces are compared afterwards, because an object may name none. */
type OwnedSecrets = ReadonlyMap<string, readonly Owned[]>;

function bindingsOf(graph: TopologyGraph): ToldBinding[] {
  return graph.workloads.flatMap(workload => graph._toldTo(workload)).filter(({ service }) => service.login !== undefined);
}

function ownedSecrets({ graphs, objects }: AppContext): OwnedSecrets {
  const owned = new Map<string, Owned[]>();
  const shared = sharedSecrets(graphs);
  const own = (name: string, owner: Owned) => {
    const others = owned.get(name) ?? [];
    if (!others.some(({ namespace }) => namespace === owner.namespace)) owned.set(name, [...others, owner]);
  };
  for (const graph of graphs) {
    for (const binding of bindingsOf(graph)) {
      const { consumer, service } = binding;
      const owner: Owned = { namespace: consumer.namespace, words: `is made for ${consumer.path} to ${binding._isOfServer ? 'run' : 'enter'} ${service.name}`, consumer };
      const told = binding._told;
      if (told.some(({ isStored }) => isStored)) own(binding._secretName, { ...owner, suppliedIn: graph });
      for (const part of told) if (isOfOne(part, binding)) own(part.secretName!, owner);
    }
  }
  for (const object of objects) {
    if (object.byHand) continue;
    for (const name of secretsMadeBy(object).filter(each => !shared.has(placeOf(object.namespace, each)))) own(name, { namespace: object.namespace, words: `comes of ${object.path}, for one consumer elsewhere` });
  }
  return owned;
}

/** Whether a part is in a Secret that is made for the consumer alone. */
function isOfOne({ maker }: CredentialPart, binding: ToldBinding): boolean {
  return maker === SecretMaker.PROGRAM || maker === SecretMaker.GENERATOR && isRole(binding);
}

/** Whether the consumer enters as a user that it has alone, whose password may be generated for it. */
function isRole({ service }: ToldBinding): boolean {
  return service.login?._operatedRoles !== undefined;
}

/** What is generated for a server is for all its clients. */
function sharedSecrets(graphs: readonly TopologyGraph[]): ReadonlySet<string> {
  return new Set(graphs.flatMap(bindingsOf).filter(binding => !isRole(binding)).flatMap(({ consumer, _told: told }) => (
    told.filter(({ maker }) => maker === SecretMaker.GENERATOR).map(({ secretName }) => placeOf(consumer.namespace, secretName!)))));
}

function placeOf(namespace: string, name: string): string {
  return JSON.stringify([namespace, name]);
}

/** Where the topology itself has another Secret of the name supplied, that is found already (BST519). */
function readBy(binding: ToldBinding, graph: TopologyGraph, owned: OwnedSecrets): Problem[] {
  const { consumer, _subject: subject } = binding;
  const names = distinct(binding._told.flatMap(({ secretName }) => secretName ?? []));
  const isTheirs = ({ consumer: owner }: Owned) => consumer.versions.every(pods => runsIn(owner, pods));
  return names.flatMap(name => (owned.get(name) ?? [])
    .filter(owner => owner.namespace === consumer.namespace && owner.suppliedIn !== graph && !isTheirs(owner))
    .map(({ words }) => Problem.of(subject, `it reads the Secret ${quote(name)} in namespace ${consumer.namespace}, which ${words}`)));
}

/** Pods whose own variables and volumes name a Secret. What a consumer is told stands in its own pods too. */
function podsThatRead({ objects }: AppContext, owned: OwnedSecrets): Problem[] {
  return objects.filter(({ byHand }) => byHand).flatMap(object => {
    const pods = podsMadeBy(object);
    return (pods?.secrets ?? []).flatMap(name => (owned.get(name) ?? [])
      .filter(({ namespace, consumer }) => (object.namespace === '' || object.namespace === namespace) && !runsIn(consumer, pods!))
      .map(owner => problemOf(object, name, owner)));
  });
}

/** Several topologies may know the same pods. */
function runsIn(consumer: IWorkload | undefined, { labels }: Pick<MadePods, 'labels'>): boolean {
  return consumer !== undefined && Object.entries(consumer.selector).every(([key, value]) => labels[key] === value);
}

/** An object without a namespace goes wherever it is applied to: probably there. */
function problemOf(object: EmittedObject, name: string, { namespace, words }: Owned): Problem {
  const problem = Problem.of(object, `its pods read the Secret ${quote(name)} in namespace ${namespace}, which ${words}`);
  return object.namespace === '' ? problem.asWarning() : problem;
}
