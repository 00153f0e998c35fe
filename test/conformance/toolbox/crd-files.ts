import { cloudNativePgCrds, experimentalGatewayApiCrds, externalSecretsCrds } from './crds';
import { ISTIO } from './istio';
import { rolloutCrd } from './rollouts';
import { strimziCrds } from './strimzi-crds';

/** The CRDs of everything that is emitted or told of others, and that Kubernetes itself does not have, as the operators' own packages carry them. */
export function crdFiles(): string[] {
  return [ISTIO.path('files/crd-all.gen.yaml'), ...strimziCrds(), ...externalSecretsCrds(), ...cloudNativePgCrds(), ...experimentalGatewayApiCrds(), rolloutCrd()];
}
