import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WORK } from '../harness/process';
import { Identity } from '../pod-program/orders';

/** Below a pod's folder. */
export const CERTIFICATES = 'certificates';

/** Makes the agent write what it would tell Envoy, and start none. */
export const IDENTITY_ALONE = { DISABLE_ENVOY: 'true', OUTPUT_CERTS: `./${CERTIFICATES}` };

/** Where an agent finds and writes what is a pod's own. */
export function folderOfPod(network: string): string {
  return join(WORK, 'pods', network);
}

/** What a pod shows to others, and whom it believes. */
export function identityOf(network: string): Identity {
  const file = (name: string) => join(folderOfPod(network), CERTIFICATES, name);
  return { keyFile: file('key.pem'), certificateFile: file('cert-chain.pem'), authorityFile: file('root-cert.pem') };
}

/** Whether istiod has signed it. */
export function hasIdentity(network: string): boolean {
  return Object.values(identityOf(network)).every(file => existsSync(file as string));
}
