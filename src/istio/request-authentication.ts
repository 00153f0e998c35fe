import { Construct } from 'constructs';
import { Jwt } from '../model/jwt';
import { JwtHeader } from '../model/jwt-props';
import { RequiredToken } from '../model/required-token';
import { IWorkload } from '../model/workload-interface';
import { durationText } from '../private/duration-text';
import { emitAbout, podsOf, PolicyTarget } from './policy-target';

interface JwtRule {
  readonly issuer: string;
  readonly jwksUri?: string;
  readonly jwks?: string;
  readonly audiences?: string[];
  readonly fromHeaders?: JwtHeader[];
  readonly fromParams?: string[];
  readonly fromCookies?: string[];
  readonly outputPayloadToHeader?: string;
  readonly outputClaimToHeaders?: { readonly header: string; readonly claim: string }[];
  readonly forwardOriginalToken?: true;
  readonly timeout?: string;
}

interface RequestAuthenticationSpec {
  readonly jwtRules: JwtRule[];
}

/**
 * How tokens are verified that come with requests. Alone it refuses a token that is not valid and lets through a request without one: a policy demands it.
 * Source: https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export function emitRequestAuthentication(
  scope: Construct, workload: IWorkload, tokens: readonly RequiredToken[], target: PolicyTarget = podsOf(workload),
): void {
  if (tokens.length === 0) return;
  emitAbout<RequestAuthenticationSpec>(scope, target, {
    apiVersion: 'security.istio.io/v1',
    kind: 'RequestAuthentication',
    name: workload.name,
    namespace: workload.namespace,
    spec: { jwtRules: tokens.map(({ jwt }) => jwtRuleOf(jwt)) },
  });
}

function jwtRuleOf(jwt: Jwt): JwtRule {
  const { issuer, jwksUri, jwks, audiences, fromHeaders, fromParams, fromCookies, outputPayloadToHeader, outputClaimToHeaders, timeout } = jwt;
  return {
    issuer, jwksUri, jwks, audiences,
    fromHeaders: fromHeaders?.map(({ name, prefix }) => ({ name, prefix })), fromParams, fromCookies,
    outputPayloadToHeader,
    outputClaimToHeaders: outputClaimToHeaders && Object.entries(outputClaimToHeaders).map(([header, claim]) => ({ header, claim })),
    forwardOriginalToken: jwt.forwardOriginalToken ? true : undefined,
    timeout: timeout && durationText(timeout),
  };
}
