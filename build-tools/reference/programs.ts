import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { PROGRAMS } from '../../examples/reference/programs';
import { App, Binding, Topology, TopologyGraph } from '../../src';
import { regionOf } from '../cuts';
import { byCodePoint, ROOT } from '../files';

/** The program of a page, run in memory. */
export class PageProgram {
  /** That of a page; undefined if it has none. */
  public static of(page: string): PageProgram | undefined {
    const file = join(ROOT, PageProgram.fileOf(page));
    return Object.hasOwn(PROGRAMS, page) && existsSync(file) ? new PageProgram(page, readFileSync(file, 'utf8')) : undefined;
  }

  /** Where the program of a page is, below the root. */
  public static fileOf(page: string): string {
    return `examples/reference/${page}.ts`;
  }

  readonly #chart: Chart;

  private constructor(page: string, public readonly text: string) {
    this.#chart = new Chart(new App(), page, { namespace: 'shop' });
    PROGRAMS[page](this.#chart);
  }

  /** The lines that a page shows beside a call, such as those of a provider; undefined if the program has none. */
  public region(name: string): string | undefined {
    return this.text.includes(`// #region ${name}\n`) ? regionOf(this.text, name) : undefined;
  }

  /** What a consumer is told of the service that a region declares. */
  public bindingIn(region: string): Binding | undefined {
    const ids = [...(this.region(region) ?? '').matchAll(/new \w+\(\w+, '([^']+)'/g)].map(([, id]) => id);
    return this.bindings().find(({ service }) => ids.includes(service.name));
  }

  /** Kinds and names of what a construct of this class emits, sorted. */
  public emittedBy(construct: string): string[] {
    const outputs = this.#chart.node.findAll().filter(each => each.constructor.name === construct);
    const objects = outputs.flatMap(output => output.node.findAll()).filter(each => ApiObject.isApiObject(each));
    return [...new Set(objects.map(object => `${(object as ApiObject).kind} ${(object as ApiObject).name}`))].sort(byCodePoint);
  }

  private bindings(): Binding[] {
    const topologies = this.#chart.node.findAll().filter((each): each is Topology => each instanceof Topology);
    return topologies.map(topology => TopologyGraph.of(topology)).flatMap(graph => graph.workloads.flatMap(workload => graph.bindingsOf(workload)));
  }
}
