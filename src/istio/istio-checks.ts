import { ITopologyCheck } from '../model/check';
import { defaultServiceAccount } from './default-service-account';
import { headlessPolicy } from './headless-policy';
import { hostDeclaredTwice } from './host-declared-twice';
import { inexpressiblePath } from './inexpressible-path';
import { tcpEntryClash } from './tcp-entry-clash';
import { unruledGateway } from './unruled-gateway';

/** The rules that only Istio knows. */
export function istioChecks(dnsCapture: boolean): ITopologyCheck[] {
  return [defaultServiceAccount, hostDeclaredTwice, ...dnsCapture ? [] : [tcpEntryClash], unruledGateway, headlessPolicy, inexpressiblePath];
}
