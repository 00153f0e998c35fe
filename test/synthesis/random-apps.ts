import { ApiObject, App, AppProps, Chart, Lazy, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';

/** A construct of a random app. */
export interface Planned {
  readonly kind: 'chart' | 'object' | 'group';
  readonly id: string;
  /** Which of those before it, counted around, it is in. */
  readonly scope: number;
  readonly spec: unknown;
}

export interface Plan {
  readonly constructs: Planned[];
  /** Dependencies by position, counted around. */
  readonly edges: [from: number, to: number][];
  readonly output: YamlOutputType;
}

const ID = fc.constantFrom('a', 'b', 'c', 'web', 'Default', 'resource', '0', '1', '10', '007', '4294967294', '4294967295', '5000000000', 'x.y', 'A_b', 'ü', 'a b');
const SPEC = fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.constant(undefined));
const PLANNED: fc.Arbitrary<Planned> = fc.record({
  kind: fc.constantFrom('chart', 'object', 'object', 'group'), id: ID, scope: fc.nat({ max: 20 }), spec: SPEC,
} as const);

export const PLAN: fc.Arbitrary<Plan> = fc.record({
  constructs: fc.array(PLANNED, { maxLength: 9 }),
  edges: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 4 }),
  output: fc.constantFrom(
    YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE),
});

/** The app of a plan; what cannot stand where it was planned is left out. */
export function built<Made extends App>(make: new (props: AppProps) => Made, { constructs, edges, output }: Plan, outdir: string): Made {
  const app = new make({ outdir, yamlOutputType: output, recordConstructMetadata: true });
  const made: Construct[] = [app];
  for (const planned of constructs) {
    const scope = made[planned.scope % made.length];
    if (scope.node.tryFindChild(planned.id)) continue;
    try {
      made.push(construct(scope, planned));
    } catch (error) {
      if (!(error as Error).message.includes('cannot find a parent chart')) throw error;
      scope.node.tryRemoveChild(planned.id);
    }
  }
  for (const [from, to] of edges) {
    // cdk8s leaves out what depends on itself without a word; a cycle of one is refused here like any other.
    if (from % made.length !== to % made.length) made[from % made.length].node.addDependency(made[to % made.length]);
  }
  return app;
}

function construct(scope: Construct, { kind, id, spec }: Planned): Construct {
  if (kind === 'chart') return new Chart(scope, id, { namespace: id.length > 1 ? 'shop' : undefined });
  if (kind === 'group') return new Construct(scope, id);
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', spec, lazy: Lazy.any({ produce: () => ({ id }) }) } as never);
}
