import { Construct } from 'constructs';
import { MutualTlsMode } from '../model/mutual-tls';
import { emit } from '../private/emit';
import { assertName, byCodePoint, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { MeshOptions, NamespacePolicy } from './mesh-options';

/** The API group of policies. */
export const SECURITY = 'security.istio.io';
/** What Istio's pages call the policy that denies. Source: https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy */
export const ALLOW_NOTHING = 'allow-nothing';
/** What they call what is said of the connections of a namespace. Source: https://istio.io/latest/docs/tasks/security/authentication/authn-policy/ */
const DEFAULT = 'default';

/** What holds in a namespace; in the root namespace, in the mesh. @internal */
export interface HeldPolicy extends NamespacePolicy {
  readonly namespace: string;
  /** Whether it holds in all namespaces. */
  readonly isOfMesh: boolean;
}

interface PeerAuthenticationSpec {
  readonly mtls: { readonly mode: MutualTlsMode };
}

/** Without rules an ALLOW lets in nobody whom no other one does. */
interface AllowNothingSpec {
  readonly action: 'ALLOW';
}

/**
 * The policy of the mesh, then those of namespaces, sorted by namespace. Throws BST801 for a namespace that is none; BST544 for a policy that says nothing or something of ports, and for one of
 * the root namespace, which would hold in the whole mesh.
 */
export function heldPolicies({ namespacePolicies = {}, meshPolicy }: MeshOptions, rootNamespace: string, path: string): HeldPolicy[] {
  const ofNamespaces = Object.entries(namespacePolicies).sort(([a], [b]) => byCodePoint(a, b)).map(([namespace, policy]) => {
    assertName(Names.LABEL, namespace, path);
    if (namespace === rootNamespace) throw refused(path, `the policy of ${namespace}, the root namespace, would hold in the whole mesh`, 'say it as meshPolicy');
    return held(policy, `the policy of ${namespace}`, { namespace, isOfMesh: false }, path);
  });
  return meshPolicy ? [held(meshPolicy, 'meshPolicy', { namespace: rootNamespace, isOfMesh: true }, path), ...ofNamespaces] : ofNamespaces;
}

/** istiod refuses ports where no pods are selected. Source: istio, pkg/config/validation (ValidatePeerAuthentication) */
function held({ mutualTls, denyByDefault }: NamespacePolicy, what: string, where: Pick<HeldPolicy, 'namespace' | 'isOfMesh'>, path: string): HeldPolicy {
  if (mutualTls === undefined && denyByDefault !== true) throw refused(path, `${what} says nothing`, 'say mutualTls or denyByDefault, or leave it out');
  if (Object.keys(mutualTls?.ports ?? {}).length > 0) {
    throw refused(path, `${what} says something of single ports, which only a workload has`, 'say it of the workload, by its mutualTls');
  }
  return { mutualTls, denyByDefault, ...where };
}

/** Throws BST544 where pods are to take no mutual TLS, which they take wherever a mesh has no sidecars. Source: https://istio.io/latest/docs/ambient/usage/verify-mtls-enabled/ */
export function assertNoneDisabled(policies: readonly HeldPolicy[], path: string): void {
  const disabled = policies.find(({ mutualTls }) => mutualTls?.mode === MutualTlsMode.DISABLE);
  if (disabled) throw refused(path, `the policy of ${disabled.namespace} disables mutual TLS, which pods take wherever a mesh has no sidecars`, 'say MutualTls.permissive(), or leave it out');
}

/** One object of a name each, so that a second topology of the app which says something of the same namespace is found (BST803). */
export function emitNamespacePolicies(scope: Construct, policies: readonly HeldPolicy[]): void {
  for (const { namespace, mutualTls, denyByDefault } of policies) {
    if (mutualTls) {
      emit<PeerAuthenticationSpec>(scope, { apiVersion: `${SECURITY}/v1`, kind: 'PeerAuthentication', name: DEFAULT, namespace, spec: { mtls: { mode: mutualTls.mode } } });
    }
    if (denyByDefault) emit<AllowNothingSpec>(scope, { apiVersion: `${SECURITY}/v1`, kind: 'AuthorizationPolicy', name: ALLOW_NOTHING, namespace, spec: { action: 'ALLOW' } });
  }
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST544', path, problem, fix });
}
