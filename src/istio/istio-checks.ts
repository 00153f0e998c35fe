import { ITopologyCheck } from '../model/check';
import { defaultServiceAccount } from './default-service-account';
import { inexpressiblePath } from './inexpressible-path';
import { tcpEntryClash } from './tcp-entry-clash';

/** The rules that only Istio knows. */
export function istioChecks(dnsCapture: boolean): ITopologyCheck[] {
  return [defaultServiceAccount, ...dnsCapture ? [] : [tcpEntryClash], inexpressiblePath];
}
