import { ENDPOINTS, UNKNOWN_TO_DNS } from '../../fixtures/third-parties';
import { Listener } from '../../pod-program/orders';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { resolve } from '../../systems/names';

/** Hosts outside and where they are. */
export const THIRD_PARTIES = {
  'payments.example.com': '10.77.200.10',
  'impostor.example.com': '10.77.200.11',
  'renamed.example.com': '10.77.200.12',
  'end-to-end.example.com': '10.77.200.13',
  'undeclared.example.com': '10.77.200.14',
  'ticker.example.com': '10.77.200.15',
  'ledger.example.com': '10.77.200.16',
  'objects.example.com': '10.77.200.17',
  'photos.objects.example.com': '10.77.200.18',
  'forged.objects.example.com': '10.77.200.19',
  'objects.example.net': '10.77.200.20',
  'old.archive.example.com': '10.77.200.21',
  'clear.example.com': '10.77.200.22',
  'guarded.example.com': '10.77.200.23',
  'vault.example.com': '10.77.200.24',
  'tape.example.com': '10.77.200.24',
  'pulse.example.com': '10.77.200.27',
} as const;

/** What is outside: what the hosts listen on, and the authority that everybody trusts. */
export interface Outside {
  readonly listeners: Listener[];
  readonly authority: CertificateAuthority;
}

/** Makes the hosts known, and one authority one that everybody trusts. */
export async function thirdParties(): Promise<Outside> {
  for (const [host, address] of Object.entries(THIRD_PARTIES)) await resolve(address, [host]);
  const [trusted, unknown] = await Promise.all(['public-authority', 'unknown-authority'].map(name => CertificateAuthority.create(name)));
  await trusted.trustEverywhere();
  const https = async (host: keyof typeof THIRD_PARTIES, authority: CertificateAuthority, provenAs: string = host): Promise<Listener> => (
    { address: THIRD_PARTIES[host], port: 443, protocol: 'http', tls: await authority.sign(provenAs) });
  const vault = await trusted.sign('vault.example.com', UNKNOWN_TO_DNS);
  const listeners: Listener[] = [
    await https('payments.example.com', trusted), await https('impostor.example.com', unknown), await https('renamed.example.com', trusted, 'someone-else.example.com'),
    await https('ledger.example.com', trusted), await https('end-to-end.example.com', trusted), await https('undeclared.example.com', trusted),
    await https('objects.example.com', trusted), await https('photos.objects.example.com', trusted), await https('objects.example.net', trusted),
    await https('forged.objects.example.com', trusted, 'someone-else.example.com'), await https('old.archive.example.com', trusted),
    { ...await https('guarded.example.com', trusted), tls: { ...await trusted.sign('guarded.example.com'), clientAuthorityFile: trusted.file } },
    ...(['undeclared.example.com', 'clear.example.com'] as const).map(host => ({ address: THIRD_PARTIES[host], port: 80, protocol: 'http' as const })),
    { address: THIRD_PARTIES['ticker.example.com'], port: 7100, protocol: 'tcp' },
    { address: THIRD_PARTIES['pulse.example.com'], port: 7300, protocol: 'grpc' },
    // Where DNS leads, and where the servers are.
    ...[THIRD_PARTIES['vault.example.com'], ...ENDPOINTS].flatMap(address => [
      { address, port: 443, protocol: 'http' as const, tls: vault }, { address, port: 7200, protocol: 'tcp' as const }]),
  ];
  return { listeners, authority: trusted };
}
