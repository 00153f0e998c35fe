import { acceptArguments, guard } from '../private/boundary';
import { distinct } from '../private/distinct';
import { frozenList } from '../private/frozen-copy';
import { byCodePoint } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { BindingDelivery } from './binding-delivery';
import { BindingEntry } from './binding-entry';
import { CredentialPart } from './credential-part';
import { DataAccess } from './data-access';
import { Dependency } from './dependency';
import { DependencyVerb } from './dependency-verb';
import { EnvNames, INamedBinding } from './env-names';
import { NamedValue } from './named-value';
import { ISubject } from './subject';
import { askedEntries, Asking, entriesWithFiles, filesNamed } from './told-binding';
import { IWorkload } from './workload-interface';

/** All that one workload is told about one service: one binding, however many dependencies there are. */
export class Binding implements INamedBinding {
  /** The consumer. */
  public readonly consumer: IWorkload;
  /** The service. */
  public readonly service: BackingService;
  /** Name of the binding. */
  public readonly name: string;
  /** The dependencies that it serves, sorted by path; at least one. */
  public readonly dependencies: Dependency[];
  private asked?: BindingEntry[];
  private named?: NamedValue[];

  /**
   * @param dependencies all dependencies of one workload on one service
   * @throws BST029 if there is none
   */
  constructor(dependencies: Dependency[]) {
    acceptArguments('new Binding', [dependencies]);
    if (dependencies.length === 0) throw bindsNothing();
    this.dependencies = frozenList(dependencies);
    this.consumer = dependencies[0].source;
    this.service = dependencies[0].service;
    this.name = dependencies.find(dependency => dependency.policy.bindingName !== undefined)?.policy.bindingName ?? this.service.name;
  }

  /** Type of the binding. */
  public get bindingType(): string {
    return this.service.bindingType;
  }

  /** Consumer groups that topics are read with, sorted. */
  public get consumerGroups(): string[] {
    return distinct(this.dependencies.flatMap(dependency => dependency.policy.consumerGroup ?? [])).sort();
  }

  /** What the consumer does with the data: read-only if all its dependencies are; who consumes reads. */
  public get access(): DataAccess {
    const readOnly = this.dependencies.every(({ verb, policy }) => verb === DependencyVerb.CONSUMES || policy.access === DataAccess.READ_ONLY);
    return readOnly ? DataAccess.READ_ONLY : DataAccess.READ_WRITE;
  }

  /**
   * What the consumer is told, in the service's order. The service is asked once.
   *
   * @throws BST801, BST019 or BST021 if the service's kind answers what no consumer can be given
   */
  public get entries(): BindingEntry[] {
    this.asked ??= askedEntries(this.service, this.asking);
    return this.asked;
  }

  /**
   * The variables that the consumer reads, by its convention of names. That is asked once.
   *
   * @throws BST801, BST018 or BST021 if the convention answers what no container can be given, BST510 or BST511 if a credential stands in it
   */
  public get variables(): NamedValue[] {
    this.named ??= frozenList(this.delivery.variables ? this.envNames._valuesOf(this, this.path, this) : []);
    return this.named;
  }

  /** The entries that the consumer finds as files, sorted by the file's name: all, or those that a variable names. */
  public get files(): BindingEntry[] {
    if (this.delivery.allFiles) return entriesWithFiles(this.entries, () => true);
    const named = filesNamed(this.variables);
    return entriesWithFiles(this.entries, file => named.has(file));
  }

  /** How its variables are named. */
  public get envNames(): EnvNames {
    return this.said(({ policy }) => policy.envNames) ?? this.consumer.envNames ?? this.service.topology.envNames ?? EnvNames.DEFAULT;
  }

  /** What of it reaches containers. */
  public get delivery(): BindingDelivery {
    return this.said(({ policy }) => policy.delivery) ?? this.consumer.delivery ?? this.service.topology.delivery ?? BindingDelivery.VARIABLES;
  }

  /** Names of the containers that get it; undefined if all do. */
  public get containers(): string[] | undefined {
    return this.said(({ policy }) => policy.containers) ?? this.consumer.boundContainers;
  }

  /** Name of the Secret that is supplied for it from a store, if one is, in the consumer's namespace. @internal */
  public get _secretName(): string {
    return `${this.consumer.name}-${this.name}`;
  }

  /** The parts of credentials that the consumer is told, each as often as it is told. @internal */
  public get _told(): CredentialPart[] {
    return this.entries.flatMap(({ value }) => value.holdsSecret ? value.parts.flatMap(({ secret }) => secret ?? []) : []);
  }

  /** Path of the dependency that names it or, if none does, of the one that stands for it. @internal */
  public get _namedAt(): string {
    return this.dependencies.find(({ policy }) => policy.bindingName !== undefined)?.path ?? this.path;
  }

  /** Path of the dependency that stands for it in messages. */
  public get path(): string {
    return this.dependencies[0].path;
  }

  private get asking(): Asking {
    const { consumer, access, consumerGroups, path } = this;
    const reads = this.dependencies
      .flatMap(({ channel, policy: { consumerGroup: group } }) => channel && group !== undefined ? { channel, group } : [])
      .sort((a, b) => byCodePoint(a.channel.name, b.channel.name));
    const transactionalIdPrefix = this.said(({ policy }) => policy.transactionalIdPrefix);
    return { consumer, access, consumerGroups, reads, transactionalIdPrefix, path };
  }

  /** What a finding about it is about. @internal */
  public get _subject(): ISubject {
    return this.dependencies[0];
  }

  /** Whether it tells the workload that runs the service. @internal */
  public get _isOfServer(): boolean {
    return false;
  }

  /** What the first dependency that says it says. */
  private said<Said>(ask: (dependency: Dependency) => Said | undefined): Said | undefined {
    for (const dependency of this.dependencies) {
      const said = ask(dependency);
      if (said !== undefined) return said;
    }
    return undefined;
  }
}

guard('Binding', Binding);

function bindsNothing(): TopologyError {
  return new TopologyError({
    code: 'BST029',
    path: 'new Binding()',
    problem: 'a binding of no dependency binds nothing',
    fix: 'give all dependencies of one workload on one service, or ask TopologyGraph.bindingsOf()',
  });
}
