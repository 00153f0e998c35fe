import { IAppCheck, ITopologyCheck } from '../model/check';
import { defaultServiceAccount } from './default-service-account';
import { hostDeclaredTwice } from './host-declared-twice';
import { hostRuledByHand } from './host-ruled-by-hand';
import { inexpressiblePath } from './inexpressible-path';
import { sharedServiceAccount } from './shared-service-account';
import { tcpEntryClash } from './tcp-entry-clash';

/** The rules that only Istio knows, about one topology, sorted by code. */
export const ISTIO_CHECKS: ITopologyCheck[] = [
  defaultServiceAccount, // BST506
  inexpressiblePath, // BST705
];

/** The rules that only Istio knows, about what meets in a mesh, sorted by code. */
export function istioAppChecks(dnsCapture: boolean): IAppCheck[] {
  return [
    sharedServiceAccount, // BST522
    hostDeclaredTwice, // BST602
    ...dnsCapture ? [] : [tcpEntryClash], // BST609
    hostRuledByHand, // BST620
  ];
}
