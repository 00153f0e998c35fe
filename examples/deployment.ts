import { Chart } from 'cdk8s';
import { Deployment, LabelSelector, ServiceAccount } from 'cdk8s-plus-28';

/** What differs among the example deployments. */
export interface ExampleDeployment {
  readonly image: string;
  readonly port?: number;
  readonly labels?: Record<string, string>;
  readonly account?: ServiceAccount;
}

/** A deployment like any other: two replicas, readable labels, a ServiceAccount of its own. Nothing in it knows of backing services. */
export function deployment(chart: Chart, name: string, options: ExampleDeployment): Deployment {
  const labels = options.labels ?? { app: name };
  const made = new Deployment(chart, `${name}-deployment`, {
    metadata: { name },
    replicas: 2,
    select: false,
    podMetadata: { labels },
    serviceAccount: options.account ?? account(chart, name),
    containers: [{ name, image: options.image, ...options.port === undefined ? {} : { ports: [{ number: options.port }] } }],
  });
  made.select(LabelSelector.of({ labels }));
  return made;
}

/** A ServiceAccount: the identity that the mesh knows a workload by. */
export function account(chart: Chart, name: string): ServiceAccount {
  return new ServiceAccount(chart, `${name}-account`, { metadata: { name } });
}
