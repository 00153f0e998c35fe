import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest } from '../../harness/manifests';
import { output, WORK } from '../../harness/process';
import { KUBESEAL } from '../../toolbox/kubeseal';

const FOLDER = join(WORK, 'sealed-secrets');
const [KEY, CERTIFICATE] = ['key', 'crt'].map(ending => join(FOLDER, `controller.${ending}`));

/** A Secret, as somebody writes it who is to seal it. */
export interface Unsealed {
  readonly name: string;
  readonly namespace: string;
  readonly type?: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Seals a Secret for a controller, as somebody does before a commit; at once, because a declaration holds it. */
export function seal({ name, namespace, type, data }: Unsealed): Manifest {
  makeKey();
  const base64 = Object.fromEntries(Object.entries(data).map(([key, text]) => [key, Buffer.from(text).toString('base64')]));
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type, data: base64 };
  return JSON.parse(execFileSync(kubeseal(), ['--cert', CERTIFICATE, '--format', 'json'], { input: JSON.stringify(secret), encoding: 'utf8' })) as Manifest;
}

/** What the controller makes of a SealedSecret; throws where it cannot open it, as the controller makes no Secret then. */
export async function unseal(sealed: Manifest): Promise<Unsealed> {
  const opened = await output([kubeseal(), '--recovery-unseal', '--recovery-private-key', KEY], { input: JSON.stringify(sealed) });
  const { metadata, type, data } = JSON.parse(opened) as Manifest;
  const texts = Object.entries(data as Record<string, string>).map(([key, base64]) => [key, Buffer.from(base64, 'base64').toString()]);
  return { name: metadata.name, namespace: metadata.namespace!, type, data: Object.fromEntries(texts) };
}

/** The controller's key, and the certificate of it that it shows to everybody. */
function makeKey(): void {
  if (existsSync(CERTIFICATE)) return;
  mkdirSync(FOLDER, { recursive: true });
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=sealed-secret', '-keyout', KEY, '-out', CERTIFICATE], { stdio: 'ignore' });
}

function kubeseal(): string {
  return KUBESEAL.path('bin/kubeseal');
}
