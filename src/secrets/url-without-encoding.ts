import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { BindingPlan } from './binding-plan';

/**
 * BST520
 *
 * @param found what `unencodedOf` finds of each binding
 */
export function urlWithoutEncoding(found: Problem[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST520',
    title: 'url-without-encoding',
    severity: Severity.ERROR,
    rationale: 'A password with "@", "/", "%" or "#" in it breaks a URL unless it is percent-encoded, and neither Kubernetes nor the kubelet\'s '
      + '$(NAME) encodes anything. Source: RFC 3986, 3.2.1; https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
    fix: 'keep the credential in a secret store, give the key of a Secret that holds the whole encoded URL, or tell each part in a variable of its own',
    check: () => found,
  });
}

/** What a binding holds that nobody encodes. */
export function unencodedOf({ binding, unmade }: BindingPlan): Problem[] {
  return unmade.map(({ name, reason, fix }) => Problem.of(
    binding._subject,
    `${name} would hold a secret that is not encoded where it stands: ${reason}`,
    fix ?? 'keep the credential in a secret store, or give it a part "uri" that holds the whole encoded URL',
  ));
}
