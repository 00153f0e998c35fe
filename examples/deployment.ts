import { ApiObject, Chart } from 'cdk8s';
import { Deployment, DeploymentProps, LabelSelector, ServiceAccount } from 'cdk8s-plus-28';

/** What differs among the example deployments. */
export interface ExampleDeployment {
  readonly image: string;
  readonly port?: number;
  readonly labels?: Record<string, string>;
  readonly account?: ServiceAccount;
  /** That of the chart, if none is given. */
  readonly namespace?: string;
}

/** A deployment like any other: two replicas, readable labels, a ServiceAccount of its own. Nothing in it knows of backing services. */
export function deployment(chart: Chart, name: string, { image, port, labels, account: own, namespace }: ExampleDeployment): Deployment {
  const containers = [{ name, image, ...port === undefined ? {} : { ports: [{ number: port }] } }];
  return deployed(chart, name, { containers, replicas: 2, serviceAccount: own, metadata: { namespace } }, labels);
}

/** A deployment of these containers, found by readable labels and with a ServiceAccount of its own. */
export function deployed(chart: Chart, name: string, props: DeploymentProps, labels: Record<string, string> = { app: name }): Deployment {
  const made = new Deployment(chart, `${name}-deployment`, {
    ...props, metadata: { ...props.metadata, name }, select: false, podMetadata: { labels },
    serviceAccount: props.serviceAccount ?? account(chart, name, props.metadata?.namespace),
  });
  made.select(LabelSelector.of({ labels }));
  return made;
}

/** A Rollout of Argo that is released by a canary, of pods with the label `app: <name>`. */
export function rollout(chart: Chart, name: string): ApiObject {
  const labels = { app: name };
  return new ApiObject(chart, `${name}-rollout`, {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      strategy: { canary: { steps: [{ setWeight: 25 }, { pause: {} }] } },
      template: { metadata: { labels }, spec: { serviceAccountName: account(chart, name).name, containers: [{ name, image: `registry.example.com/${name}:1` }] } },
    },
  });
}

/** A ServiceAccount: the identity that the mesh knows a workload by. */
export function account(chart: Chart, name: string, namespace?: string): ServiceAccount {
  return new ServiceAccount(chart, `${name}-account`, { metadata: { name, namespace } });
}
