import { IConstruct } from 'constructs';
import { byCodePoint } from '../private/names';
import { walk } from '../private/walk';
import { BackingService } from './backing-service';
import { Binding } from './binding';
import { isBranded } from './brand';
import { Dependency } from './dependency';
import { Topic } from './topic';
import { Workload } from './workload';
import { IWorkload } from './workload-interface';

/** A read-only index over a topology's elements. Every list is sorted by construct path; every query is linear in what it returns. */
export class TopologyGraph {
  /** Indexes all elements below `root` in one walk. */
  public static of(root: IConstruct): TopologyGraph {
    const elements: { element: IConstruct; path: string }[] = [];
    walk(root, (element, path) => elements.push({ element, path }));
    return new TopologyGraph(elements.sort((a, b) => byCodePoint(a.path, b.path)).map(({ element }) => element));
  }

  /** All workloads. */
  public readonly workloads: IWorkload[];
  /** All backing services. */
  public readonly services: BackingService[];
  /** All topics. */
  public readonly topics: Topic[];
  /** All dependencies. */
  public readonly dependencies: Dependency[];
  private readonly bySource = new Map<IWorkload, Dependency[]>();
  private readonly byService = new Map<BackingService, Dependency[]>();
  private readonly byTopic = new Map<Topic, Dependency[]>();
  private readonly provided = new Map<IWorkload, BackingService[]>();
  private readonly topicsByService = new Map<BackingService, Topic[]>();

  private constructor(sorted: IConstruct[]) {
    this.workloads = sorted.filter((element): element is Workload => isBranded(element, 'Workload'));
    this.services = sorted.filter((element): element is BackingService => isBranded(element, 'BackingService'));
    this.topics = sorted.filter((element): element is Topic => isBranded(element, 'Topic'));
    this.dependencies = sorted.filter((element): element is Dependency => isBranded(element, 'Dependency'));
    this.index();
  }

  /** What a workload depends on. */
  public dependenciesOf(workload: IWorkload): Dependency[] {
    return this.bySource.get(workload) ?? [];
  }

  /** Who depends on a service, topics on it included. */
  public dependenciesOn(service: BackingService): Dependency[] {
    return this.byService.get(service) ?? [];
  }

  /** Who publishes to a topic or consumes from it. */
  public dependenciesOnTopic(topic: Topic): Dependency[] {
    return this.byTopic.get(topic) ?? [];
  }

  /** The services that a workload provides. */
  public servicesOf(workload: IWorkload): BackingService[] {
    return this.provided.get(workload) ?? [];
  }

  /** The topics on a broker. */
  public topicsOf(service: BackingService): Topic[] {
    return this.topicsByService.get(service) ?? [];
  }

  /** A workload's bindings, one for each service that it depends on, sorted by name. */
  public bindingsOf(workload: IWorkload): Binding[] {
    return bindingsFrom(this.dependenciesOf(workload));
  }

  /** The namespaces that a service's consumers live in, sorted. */
  public consumerNamespacesOf(service: BackingService): string[] {
    return [...new Set(this.dependenciesOn(service).map(dependency => dependency.source.namespace))].sort();
  }

  private index(): void {
    for (const dependency of this.dependencies) {
      append(this.bySource, dependency.source, dependency);
      append(this.byService, dependency.service, dependency);
      if (dependency.topic) append(this.byTopic, dependency.topic, dependency);
    }
    for (const service of this.services) {
      if (service.endpoint.workload) append(this.provided, service.endpoint.workload, service);
    }
    for (const topic of this.topics) append(this.topicsByService, topic.service, topic);
  }
}

function bindingsFrom(dependencies: Dependency[]): Binding[] {
  const byService = new Map<BackingService, Dependency[]>();
  for (const dependency of dependencies) append(byService, dependency.service, dependency);
  return [...byService.values()].map(group => new Binding(group))
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.service.node.path, b.service.node.path));
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const values = index.get(key);
  if (values) values.push(value); else index.set(key, [value]);
}
