import { guard } from '../private/boundary';
import { TopologyError, quote } from '../private/topology-error';
import { DocumentedDependency } from '../report/document/documented-dependency';
import { DocumentedService } from '../report/document/documented-service';
import { TopologyDocument } from '../report/document/topology-document';
import { mermaidText } from './mermaid-text';

/** What stands around the label of a service, by its shape. */
const SHAPES = new Map([
  ['api', ['(["', '"])']],
  ['database', ['[("', '")]']],
  ['cache', ['[("', '")]']],
  ['broker', ['[["', '"]]']],
]);

/** A topology as a Mermaid flowchart: solid arrows wait for an answer, dotted ones do not, dashed boxes are run by third parties. */
export class MermaidDiagram {
  /**
   * The diagram as text.
   *
   * @param document what `TopologyDocuments.of()` made, or `TopologyJson.parse()` read
   * @throws BST711 if an arrow or a line leads to what is not in the document, or a service has a shape that is not known
   */
  public static render(document: TopologyDocument): string {
    return new MermaidDiagram(document).lines().join('\n') + '\n';
  }

  /** Mermaid reads `o` and `x` beside an arrow as shapes, and some words as commands: ids are numbers with a letter before. */
  private readonly ids = new Map<string, string>();

  private constructor(private readonly document: TopologyDocument) {
    [...document.workloads, ...document.services, ...document.channels].forEach(({ path }, position) => this.ids.set(path, `n${position}`));
  }

  private lines(): string[] {
    const { workloads, services, channels, dependencies } = this.document;
    return [
      'flowchart LR',
      ...workloads.map(({ path, name }) => `  ${this.id(path)}["${mermaidText(name)}"]`),
      ...services.map(service => this.service(service)),
      ...channels.map(({ path, channelName }) => `  ${this.id(path)}>"${mermaidText(channelName)}"]`),
      ...dependencies.map(dependency => this.dependency(dependency)),
      ...services.flatMap(({ path, locator }) => locator.workload === undefined ? [] : [`  ${this.id(path)} --- ${this.id(locator.workload)}`]),
      ...channels.map(({ path, service }) => `  ${this.id(path)} --- ${this.id(service)}`),
      '  classDef external stroke-dasharray: 5 5',
    ];
  }

  private service(service: DocumentedService): string {
    const { path, shape, locator } = service;
    const [open, close] = SHAPES.get(shape) ?? absent('shape', shape, 'give each service one of the shapes api, database, cache, broker');
    const external = locator.owner === 'external' ? ':::external' : '';
    return `  ${this.id(path)}${open}${mermaidText(captionOf(service))}${close}${external}`;
  }

  private dependency(dependency: DocumentedDependency): string {
    const { source, service, channel = service, synchronous } = dependency;
    return `  ${this.id(source)} ${synchronous ? '-->' : '-.->'}|"${mermaidText(labelOf(dependency))}"| ${this.id(channel)}`;
  }

  private id(path: string): string {
    return this.ids.get(path) ?? absent('element', path, 'list each workload, service and channel that the document refers to');
  }
}

guard('MermaidDiagram', MermaidDiagram);

/** Its name, and what provides it or what it speaks where the name does not say that. */
function captionOf({ name, provider, bindingType, shape }: DocumentedService): string {
  return [...new Set([name, provider ?? (shape === 'api' ? name : bindingType)])].join(' · ');
}

function labelOf({ verb, policy }: DocumentedDependency): string {
  const { operations = [], access, interaction, timeout, connectTimeout, retry, circuitBreaker } = policy;
  return [
    verb,
    ...operations,
    ...access === undefined ? [] : [access],
    ...interaction === undefined ? [] : [interaction],
    ...timeout === undefined ? [] : [`timeout ${timeout}`],
    ...connectTimeout === undefined ? [] : [`connect ${connectTimeout}`],
    ...retry === undefined ? [] : [`retries ${retry.attempts}`],
    ...circuitBreaker === undefined ? [] : ['breaker'],
  ].join(' · ');
}

function absent(what: string, value: string, fix: string): never {
  throw new TopologyError({ code: 'BST711', path: 'MermaidDiagram.render', problem: `the document has no ${what} ${quote(value)}`, fix });
}
