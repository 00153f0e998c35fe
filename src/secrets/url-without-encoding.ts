import { Finding, ITopologyCheck, Severity } from '../model/check';
import { BindingPlan } from './binding-plan';

/** BST520 */
export function urlWithoutEncoding(credentialed: BindingPlan[]): ITopologyCheck {
  return {
    code: 'BST520',
    title: 'url-without-encoding',
    severity: Severity.ERROR,
    rationale: 'A password with "@", "/", "%" or "#" in it breaks a URL unless it is percent-encoded, and neither Kubernetes nor the kubelet\'s '
      + '$(NAME) encodes anything. Source: RFC 3986, 3.2.1; https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
    fix: 'keep the credential in a secret store, or give the key of a Secret that holds the whole encoded URL',
    check: () => credentialed.flatMap(findingsOf),
  };
}

function findingsOf({ binding, unencodable }: BindingPlan): Finding[] {
  return unencodable.map(name => ({
    code: 'BST520',
    severity: Severity.ERROR,
    path: binding.dependencies[0].node.path,
    problem: `${name} would be a URL with a user and password that nothing percent-encodes`,
    fix: 'use SecretStore.cluster(name).secret(key), or uriKey of SecretReference.existing()',
  }));
}
