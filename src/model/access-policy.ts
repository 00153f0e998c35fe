import { guard } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, Names } from '../private/names';
import { alternatives } from '../private/request-patterns';
import { AccessAction, AccessRule, AuditPolicyProps, CustomPolicyProps, DenyPolicyProps } from './access-policy-props';
import { heldRule } from './held-access-rule';

/** istiod asks nobody whose name is none, and turns everything away. Source: istio, pilot/pkg/security/authz/builder (validateProviderName) */
const PROVIDER: NameRule = { ...Names.LABEL, what: 'the name of an external authorizer' };

/**
 * What is done with some of what enters a workload, besides what declared calls and `admits()` let in. `Workload.enforces()` puts it before the pods.
 *
 * An external authorizer is asked first, then what is denied is turned away, and only what is left needs somebody to let it in.
 * Source: https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export class AccessPolicy {
  /**
   * Turns away what the rules are about, whoever lets it in.
   *
   * @param name RFC 1123 label, unique at the workload
   * @throws BST801 if the name, a namespace, a host, a method or a path can be none, BST542 if a list is empty or a rule says nothing, BST026 if an address range is none, BST007 if a
   * port does not exist, BST510 if a value is a credential
   */
  public static deny(name: string, props: DenyPolicyProps): AccessPolicy {
    return new AccessPolicy(AccessAction.DENY, name, props, 'AccessPolicy.deny');
  }

  /**
   * Tells the mesh's telemetry what the rules are about, and does nothing else. It takes a plugin that listens: a mesh without one audits nothing.
   * Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy-Action
   *
   * @param name RFC 1123 label, unique at the workload
   * @throws BST801, BST542, BST026, BST007, BST510 as `deny()`, but that a rule may say nothing, for everything
   */
  public static audit(name: string, props: AuditPolicyProps): AccessPolicy {
    return new AccessPolicy(AccessAction.AUDIT, name, props, 'AccessPolicy.audit');
  }

  /**
   * Asks an external authorizer about what the rules are about; what it refuses is turned away, and what it grants still needs somebody to let it in.
   * Source: https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
   *
   * @param name RFC 1123 label, unique at the workload
   * @throws BST801, BST542, BST026, BST007, BST510 as `deny()`, but that a rule may say nothing, for everything, and BST542 if one tells identities or tokens
   */
  public static custom(name: string, props: CustomPolicyProps): AccessPolicy {
    assertName(PROVIDER, props.provider, 'AccessPolicy.custom');
    return new AccessPolicy(AccessAction.CUSTOM, name, props, 'AccessPolicy.custom');
  }

  /** Its name, unique at the workload. */
  public readonly name: string;
  /** What it does. */
  public readonly action: AccessAction;
  /** What it is about: one of these is enough. */
  public readonly rules: AccessRule[];
  /** Whether what it would deny is only counted, and logged at debug. */
  public readonly dryRun: boolean;
  /** Name of the external authorizer; undefined where none is asked. */
  public readonly provider?: string;

  private constructor(action: AccessAction, name: string, props: DenyPolicyProps & Partial<CustomPolicyProps>, path: string) {
    this.action = action;
    this.name = assertName(Names.LABEL, name, path);
    if (props.rules.length === 0) alternatives('rules', [], path, () => undefined);
    this.rules = frozenList(props.rules.map(rule => heldRule(rule, action, path)));
    this.dryRun = props.dryRun ?? false;
    this.provider = props.provider;
    lockMembers(this);
  }
}

guard('AccessPolicy', AccessPolicy);
