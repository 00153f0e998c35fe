import { IConstruct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { EndpointOrigin } from '../model/service-endpoint';
import { Topic } from '../model/topic';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { durationText } from '../private/duration-text';
import { mermaidText } from './mermaid-text';

const SHAPES: Record<ServiceShape, [string, string]> = {
  [ServiceShape.API]: ['(["', '"])'],
  [ServiceShape.DATABASE]: ['[("', '")]'],
  [ServiceShape.CACHE]: ['[("', '")]'],
  [ServiceShape.BROKER]: ['[["', '"]]'],
};

/** A topology as a Mermaid flowchart: solid arrows wait for an answer, dotted ones do not, dashed boxes are run by third parties. */
export class MermaidDiagram {
  /** The diagram as text. */
  public static render(graph: TopologyGraph): string {
    return new MermaidDiagram(graph).lines().join('\n') + '\n';
  }

  /** Mermaid reads `o` and `x` beside an arrow as shapes, and some words as commands: ids are numbers with a letter before. */
  private readonly ids = new Map<IConstruct, string>();

  private constructor(private readonly graph: TopologyGraph) {
    [...graph.workloads, ...graph.services, ...graph.topics].forEach((element, position) => this.ids.set(element, `n${position}`));
  }

  private lines(): string[] {
    const { workloads, services, topics, dependencies } = this.graph;
    return [
      'flowchart LR',
      ...workloads.map(workload => this.workload(workload)),
      ...services.map(service => this.service(service)),
      ...topics.map(topic => `  ${this.ids.get(topic)}>"${mermaidText(topic.topicName)}"]`),
      ...dependencies.map(dependency => this.dependency(dependency)),
      ...services.filter(service => service.endpoint.workload)
        .map(service => `  ${this.ids.get(service)} --- ${this.ids.get(service.endpoint.workload!)}`),
      ...topics.map(topic => `  ${this.ids.get(topic)} --- ${this.ids.get(topic.service)}`),
      '  classDef external stroke-dasharray: 5 5',
    ];
  }

  private workload(workload: IWorkload): string {
    return `  ${this.ids.get(workload)}["${mermaidText(workload.name)}"]`;
  }

  private service(service: BackingService): string {
    const [open, close] = SHAPES[service.shape];
    const external = service.endpoint.origin === EndpointOrigin.EXTERNAL ? ':::external' : '';
    return `  ${this.ids.get(service)}${open}${mermaidText([...new Set([service.name, service.bindingProvider])].join(' · '))}${close}${external}`;
  }

  private dependency(dependency: Dependency): string {
    const target: BackingService | Topic = dependency.topic ?? dependency.service;
    const arrow = dependency.isSynchronous ? '-->' : '-.->';
    return `  ${this.ids.get(dependency.source)} ${arrow}|"${mermaidText(labelOf(dependency))}"| ${this.ids.get(target)}`;
  }
}

function labelOf({ verb, policy }: Dependency): string {
  return [
    verb,
    ...policy.operations?.map(operation => operation.id) ?? [],
    ...policy.access ? [policy.access] : [],
    ...policy.timeout ? [`timeout ${durationText(policy.timeout)}`] : [],
    ...policy.connectTimeout ? [`connect ${durationText(policy.connectTimeout)}`] : [],
    ...policy.retry ? [`retries ${policy.retry.count}`] : [],
    ...policy.circuitBreaker ? ['breaker'] : [],
  ].join(' · ');
}
