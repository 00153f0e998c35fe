import { Chart } from 'cdk8s';
import { App, MermaidDiagram, Topology, TopologyDocuments } from 'cdk8s-backing-services';

/** An object as the YAML holds it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly spec: any;
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

/** A declaration, synthesized in memory, as a test looks at it. */
export class Synthesized {
  public readonly yaml: string;
  public readonly objects: Manifest[];
  public readonly topology: Topology;
  private readonly app = new App();

  constructor(name: string, namespace: string, declare: (chart: Chart) => Topology) {
    const chart = new Chart(this.app, name, { namespace });
    this.topology = declare(chart);
    this.yaml = this.app.synthYaml();
    this.objects = App.manifestsOf(chart);
  }

  public get diagram(): string {
    return MermaidDiagram.render(TopologyDocuments.of(this.topology));
  }

  /** The spec of the one object of this kind and name. */
  public spec(kind: string, name: string): Manifest['spec'] {
    const found = this.ofKind(kind).filter(({ metadata }) => metadata.name === name);
    if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${name}; there are ${this.names(kind).join(', ') || 'none'}`);
    return found[0].spec;
  }

  public names(kind: string): string[] {
    return this.ofKind(kind).map(({ metadata }) => metadata.name);
  }

  public ofKind(kind: string): Manifest[] {
    return this.objects.filter(object => object.kind === kind);
  }

  /** The only container of a Deployment. */
  public container(deployment: string): Manifest['spec'] {
    const { containers } = this.spec('Deployment', deployment).template.spec;
    if (containers.length !== 1) throw new Error(`${deployment} has ${containers.length} containers`);
    return containers[0];
  }

  /** The variables of a Deployment's container: a text, or `secret <name> <key>`. */
  public variables(deployment: string): Record<string, string> {
    const { env } = this.container(deployment) as { env: Variable[] };
    return Object.fromEntries(env.map(({ name, value, valueFrom }) => (
      [name, value ?? `secret ${valueFrom!.secretKeyRef.name} ${valueFrom!.secretKeyRef.key}`])));
  }
}
