import { IAppCheck, ITopologyCheck } from '../model/check';
import { affinityPassedOver } from './affinity-passed-over';
import { budgetOfOnePort } from './budget-of-one-port';
import { callerWithoutService } from './caller-without-service';
import { claimWithoutToken } from './claim-without-token';
import { connectionsRuledByHand } from './connections-ruled-by-hand';
import { defaultServiceAccount } from './default-service-account';
import { deniedByDefault } from './denied-by-default';
import { EgressScope } from './egress-hosts';
import { existingServiceProtocol } from './existing-service-protocol';
import { guardedInRootNamespace } from './guarded-in-root-namespace';
import { HeldMesh } from './held-mesh';
import { hostDeclaredTwice } from './host-declared-twice';
import { hostInClusterDomain } from './host-in-cluster-domain';
import { hostRuledByHand } from './host-ruled-by-hand';
import { identityLost } from './identity-lost';
import { identityOfGateway } from './identity-of-gateway';
import { inexpressiblePath } from './inexpressible-path';
import { localityWithoutBreaker } from './locality-without-breaker';
import { machineOfTwoWorkloads } from './machine-of-two-workloads';
import { machinesOutOfSight } from './machines-out-of-sight';
import { plaintextAccepted } from './plaintext-accepted';
import { podsWithoutSidecar } from './pods-without-sidecar';
import { portOfTwoPolicies } from './port-of-two-policies';
import { protocolsOnOnePort } from './protocols-on-one-port';
import { providerOutOfSight } from './provider-out-of-sight';
import { reachedOutsideRegistry } from './reached-outside-registry';
import { relayedOtherwise } from './relayed-otherwise';
import { relayedUnderAnotherName } from './relayed-under-another-name';
import { releasedBySeveralRules } from './released-by-several-rules';
import { rewrittenOperations } from './rewritten-operations';
import { severalAuthorizers } from './several-authorizers';
import { sharedServiceAccount } from './shared-service-account';
import { sidecarRuledByHand } from './sidecar-ruled-by-hand';
import { tcpEntryClash } from './tcp-entry-clash';
import { telemetryPassedOver } from './telemetry-passed-over';
import { unjoinableConditions } from './unjoinable-conditions';
import { wildcardOfBytes } from './wildcard-of-bytes';

/** What rules ask of a mesh. @internal */
export interface AskedMesh extends Pick<HeldMesh, 'clusterDomain' | 'rootNamespace' | 'policies' | 'providers'> {
  /** What sidecars are told of besides dependencies; undefined if of everything. */
  readonly egress?: EgressScope;
}

/** The rules that only Istio knows, about one topology, sorted by code. */
export function istioChecks({ clusterDomain, rootNamespace, policies, egress, providers }: AskedMesh): ITopologyCheck[] {
  return [
    defaultServiceAccount, // BST506
    hostInClusterDomain(clusterDomain), // BST621
    guardedInRootNamespace(rootNamespace), // BST623
    affinityPassedOver, // BST629
    portOfTwoPolicies, // BST637
    wildcardOfBytes, // BST639
    severalAuthorizers, // BST643
    plaintextAccepted(policies), // BST644
    identityLost(policies), // BST645
    deniedByDefault(rootNamespace), // BST646
    relayedOtherwise, // BST655
    relayedUnderAnotherName, // BST656
    reachedOutsideRegistry(egress), // BST657
    providerOutOfSight(providers, egress), // BST659
    localityWithoutBreaker, // BST662
    claimWithoutToken, // BST663
    identityOfGateway, // BST669
    budgetOfOnePort, // BST671
    callerWithoutService, // BST672
    machinesOutOfSight, // BST676
    releasedBySeveralRules, // BST679
    inexpressiblePath, // BST705
    unjoinableConditions, // BST706
    rewrittenOperations, // BST707
  ];
}

/** The rules that only Istio knows, about what meets in a mesh, sorted by code. */
export function istioAppChecks(dnsCapture?: boolean): IAppCheck[] {
  return [
    sharedServiceAccount, // BST522
    hostDeclaredTwice, // BST602
    protocolsOnOnePort, // BST606
    ...dnsCapture ? [] : [tcpEntryClash], // BST609
    podsWithoutSidecar, // BST611
    hostRuledByHand, // BST620
    existingServiceProtocol, // BST640
    connectionsRuledByHand, // BST647
    sidecarRuledByHand, // BST658
    telemetryPassedOver, // BST661
    machineOfTwoWorkloads, // BST677
  ];
}

/** Those of them that ask for no sidecar: the proxies of nodes answer DNS. */
export function ambientAppChecks(): IAppCheck[] {
  return istioAppChecks(true).filter(check => check !== podsWithoutSidecar && check !== sidecarRuledByHand);
}
