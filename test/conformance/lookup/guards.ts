import { Manifest } from '../harness/manifests';
import { Asked } from './asked';
import { assertKnown, Cluster, KnownPod, selects } from './cluster';
import { applies, Arriving, Rule } from './conditions';

/** What the sidecar of a pod does with what arrives at a port of the pod. */
export type Guarding = 'let in' | 'denied' | 'refused without mutual TLS' | 'token refused';

/**
 * Sources: https://istio.io/latest/docs/concepts/security/#authorization-policies (a DENY that matches denies; with any ALLOW, one has to match),
 * https://istio.io/latest/docs/reference/config/security/peer_authentication/ (workload before namespace before mesh; portLevelMtls by ports of the pods)
 *
 * @param isHttp whether the port speaks HTTP: on others, attributes of requests match nothing
 */
export function guarding(cluster: Cluster, pod: KnownPod, port: number, { asked, isHttp }: { readonly asked: Asked;
  readonly isHttp: boolean; }): Guarding {
  const mode = modeAt(cluster, pod, port);
  if (asked.caller.principal === undefined && mode === 'STRICT') return 'refused without mutual TLS';
  const policies = aboutPod(cluster, 'AuthorizationPolicy', pod);
  if (cluster.isAmbient) return atNode(policies, { asked, port });
  if (isHttp && asked.token && !isVerified(aboutPod(cluster, 'RequestAuthentication', pod), asked.token)) return 'token refused';
  // Where mutual TLS is off, sidecars speak plaintext too.
  const known = mode === 'DISABLE' ? { ...asked, caller: { ...asked.caller, principal: undefined } } : asked;
  return authorized(policies, { asked: known, isHttp, port });
}

/**
 * A node's proxy sees connections and no requests, and does no more than let in and deny. It encrypts whatever mutual TLS says.
 * Sources: https://istio.io/latest/docs/ambient/usage/l4-policy/; istio 1.31, pilot/pkg/serviceregistry/ambient (convertAuthorizationPolicy)
 */
function atNode(policies: readonly Manifest[], arriving: Pick<Arriving, 'asked' | 'port'>): Guarding {
  const judged = policies.filter(({ spec: { action = 'ALLOW' } }) => action === 'ALLOW' || action === 'DENY');
  return authorized(judged, { ...arriving, isHttp: false, isAtNode: true });
}

/** What policies make of what arrives, all that are about it. */
export function authorized(policies: readonly Manifest[], arriving: Omit<Arriving, 'allows'>): Guarding {
  const ruled = policies.filter(policy => !isTried(policy)).map(({ spec }) => {
    assertKnown('AuthorizationPolicy', spec, ['selector', 'targetRefs', 'action', 'rules', 'provider']);
    const action = spec.action ?? 'ALLOW';
    return { action, matched: ((spec.rules ?? []) as Rule[]).some(rule => applies(rule, { ...arriving, allows: action === 'ALLOW' })) };
  });
  // Nobody here has an authorizer: whoever is asked about is turned away.
  if (ruled.some(({ action, matched }) => (action === 'CUSTOM' || action === 'DENY') && matched)) return 'denied';
  const allowing = ruled.filter(({ action }) => action === 'ALLOW');
  return allowing.length === 0 || allowing.some(({ matched }) => matched) ? 'let in' : 'denied';
}

/** Source: https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/ */
function isTried({ metadata: { annotations } }: Manifest): boolean {
  return annotations?.['istio.io/dry-run'] === 'true';
}

/**
 * Whether a token is taken, of all RequestAuthentications that are about where it comes.
 * Source: https://istio.io/latest/docs/reference/config/security/request_authentication/: a token of no known issuer, or that is not valid, is refused; none is not.
 */
export function isVerified(policies: readonly Manifest[], { issuer, audiences = [] }: NonNullable<Asked['token']>): boolean {
  const rules = policies.flatMap(({ spec }) => {
    assertKnown('RequestAuthentication', spec, ['selector', 'targetRefs', 'jwtRules']);
    return spec.jwtRules as { readonly issuer: string; readonly audiences?: readonly string[] }[];
  });
  return rules.length === 0 || rules.some(rule => rule.issuer === issuer && (rule.audiences?.some(audience => audiences.includes(audience)) ?? true));
}

/** What is about a Service or a gateway is about no pod. */
function aboutPod(cluster: Cluster, kind: string, pod: KnownPod): Manifest[] {
  return cluster.ofKind(kind).filter(policy => policy.spec.targetRefs === undefined && isAbout(policy, pod, cluster));
}

function isAbout({ metadata: { namespace }, spec }: Manifest, pod: KnownPod, { rootNamespace }: Cluster): boolean {
  return (namespace === pod.namespace || namespace === rootNamespace) && selects(spec.selector?.matchLabels ?? {}, pod.labels);
}

/**
 * Of the workload, but not in the root namespace, else of its namespace, else of the mesh; of several in one place the oldest, which no file tells. Nothing said is what the next one says.
 * Source: istio, pilot/pkg/security/authn (ComposePeerAuthentication)
 */
function modeAt(cluster: Cluster, pod: KnownPod, port: number): string {
  const about = cluster.ofKind('PeerAuthentication').filter(policy => isAbout(policy, pod, cluster));
  for (const { spec } of about) assertKnown('PeerAuthentication', spec, ['selector', 'mtls', 'portLevelMtls']);
  const isWhole = ({ spec }: Manifest) => Object.keys(spec.selector?.matchLabels ?? {}).length === 0;
  const isOfMesh = ({ metadata }: Manifest) => metadata.namespace === cluster.rootNamespace;
  const ofWorkload = only(about.filter(policy => !isWhole(policy) && !isOfMesh(policy)), pod);
  const whole = about.filter(isWhole);
  const policies = [ofWorkload, only(whole.filter(policy => !isOfMesh(policy)), pod), only(whole.filter(isOfMesh), pod)];
  const modes = [ofWorkload?.spec.portLevelMtls?.[port]?.mode, ...policies.map(policy => policy?.spec.mtls?.mode)] as (string | undefined)[];
  return modes.find(mode => mode !== undefined && mode !== 'UNSET') ?? 'PERMISSIVE';
}

function only(policies: readonly Manifest[], { owner, namespace }: KnownPod): Manifest | undefined {
  if (policies.length > 1) throw new Error(`${policies.length} PeerAuthentications of one kind are about pods of ${owner} in ${namespace}`);
  return policies[0];
}
