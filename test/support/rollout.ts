import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** A Rollout of Argo in the namespace of its chart, of pods with the label `app: <name>`; its strategy is a canary if nothing else is said. */
export function newRollout(scope: Construct, name: string, spec: object = {}): ApiObject {
  return new ApiObject(scope, `rollout-${name}`, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, namespace: 'shop' },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: name } },
      strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: '10m' } }, { setWeight: 25 }] } },
      template: { metadata: { labels: { app: name } }, spec: { serviceAccountName: name, containers: [{ name: 'main', image: 'app', ports: [{ containerPort: 8080 }] }] } },
      ...spec,
    },
  });
}
