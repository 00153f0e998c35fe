import { EmittedObject, Finding, ITopologyCheck, Severity } from '../model/check';
import { SecretOrigin, SecretReference } from '../model/secret-reference';
import { BindingPlan } from './binding-plan';
import { Secrets } from './secrets';

/** BST519 */
export function secretWithoutProducer(credentialed: BindingPlan[], secrets?: Secrets): ITopologyCheck {
  return {
    code: 'BST519',
    title: 'secret-without-producer',
    severity: Severity.ERROR,
    rationale: 'A pod that refers to a Secret which nobody makes stays in CreateContainerConfigError for ever, and nothing in the YAML shows it. '
      + 'Secrets do not cross namespaces either. Source: https://kubernetes.io/docs/concepts/configuration/secret/',
    fix: 'add the output that makes the Secret: a secret supply, or StrimziKafka',
    check: ({ objects }) => {
      const emitted = new Set(objects.filter(({ group }) => group.endsWith('strimzi.io')).map(objectKey));
      return credentialed.flatMap(plan => {
        const found = [...plan.references].flatMap(reference => missing(reference, plan, emitted, secrets) ?? []);
        return [...new Map(found.map(finding => [finding.problem, finding])).values()];
      });
    },
  };
}

function missing(reference: SecretReference, plan: BindingPlan, emitted: Set<string>, secrets?: Secrets): Finding | undefined {
  const { consumer, service } = plan.binding;
  const finding = (problem: string, fix: string) => (
    { code: 'BST519', severity: Severity.ERROR, path: plan.binding.dependencies[0].node.path, problem, fix });
  if (reference.origin === SecretOrigin.STORE && !secrets) {
    return finding(`nothing fetches the credentials of ${service.name} from ${reference.producer}`,
      'give the Platform secrets: Secrets.externalSecrets()');
  }
  if (reference.emittedKind !== undefined) {
    if (emitted.has(`${reference.emittedKind} ${consumer.namespace} ${reference.secretName}`)) return undefined;
    return finding(`Secret ${reference.secretName} comes of ${reference.producer}, which this app does not emit`,
      'add a StrimziKafka output for this topology');
  }
  const elsewhere = reference.origin === SecretOrigin.OPERATOR && service.endpoint.namespace !== consumer.namespace;
  return elsewhere
    ? finding(`Secret ${reference.secretName} is made in namespace ${service.endpoint.namespace} and cannot be read in ${consumer.namespace}`,
      'run the workload in the namespace of the service, or keep the credentials in a secret store and use an endpoint provider')
    : undefined;
}

function objectKey({ kind, namespace, name }: EmittedObject): string {
  return `${kind} ${namespace} ${name}`;
}
