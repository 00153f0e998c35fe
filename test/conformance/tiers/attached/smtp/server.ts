import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { PYTHON } from '../../../toolbox/python';
import { AttachedServer } from '../attached-world';
import { CLEAR_PORT, HOSTS } from './declaration';

/** Mail servers at ports 587 and 465, and one that speaks in the clear, made of aiosmtpd. */
export async function startAiosmtpd(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  mkdirSync(join(WORK, 'smtp'), { recursive: true });
  const file = join(WORK, 'smtp/logins.json');
  writeFileSync(file, JSON.stringify(logins));
  const { keyFile, certificateFile } = await authority.sign(HOSTS.starttls, HOSTS.tls);
  const server = RunningProgram.start('aiosmtpd', [PYTHON.path('bin/python'), join(__dirname, 'server.py'), file, certificateFile, keyFile, String(CLEAR_PORT)]);
  await server.ready(() => server.log.includes('listening'));
  return server;
}
