import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, WORK } from '../harness/process';
import { PemFiles } from '../pod-program/orders';

/** A key and the certificate that goes with it. */
export type KeyPair = PemFiles;

const TRUST_STORE = '/etc/ssl/certs/ca-certificates.crt';

/** Signs server certificates, as an operator's or a public CA does. Made by openssl, valid for a day. */
export class CertificateAuthority {
  public static async create(name: string): Promise<CertificateAuthority> {
    const folder = join(WORK, 'ca', name);
    mkdirSync(folder, { recursive: true });
    await output([
      'openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', `/CN=${name}`,
      '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign',
      '-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.crt'),
    ]);
    return new CertificateAuthority(folder);
  }

  private constructor(private readonly folder: string) {}

  /** The file of its own certificate. */
  public get file(): string {
    return join(this.folder, 'ca.crt');
  }

  /** Its own certificate, PEM. */
  public get certificate(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** A server certificate for these host names; among themselves, servers are clients by it too. */
  public async sign(...hosts: [string, ...string[]]): Promise<KeyPair> {
    const base = join(this.folder, hosts[0].replaceAll('*', 'any'));
    const [keyFile, request, extensions, certificateFile] = ['key', 'csr', 'ext', 'crt'].map(ending => `${base}.${ending}`);
    writeFileSync(extensions, `subjectAltName=${hosts.map(host => `DNS:${host}`).join(',')}\nextendedKeyUsage=serverAuth,clientAuth\n`);
    await output(['openssl', 'req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=server', '-keyout', keyFile, '-out', request]);
    await output([
      'openssl', 'x509', '-req', '-days', '1', '-in', request, '-CA', join(this.folder, 'ca.crt'), '-CAkey', join(this.folder, 'ca.key'), '-CAcreateserial',
      '-extfile', extensions, '-out', certificateFile,
    ]);
    return { keyFile, certificateFile };
  }

  /** Makes every program of the run that reads the system's trust store believe it, as all machines believe a public CA. */
  public async trustEverywhere(): Promise<void> {
    const store = join(this.folder, 'trust-store.crt');
    copyFileSync(TRUST_STORE, store);
    appendFileSync(store, this.certificate);
    await output(['mount', '--bind', store, TRUST_STORE]);
  }
}
