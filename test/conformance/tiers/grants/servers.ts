import { cloudNativePgHosts } from '../../stand-ins/cloud-native-pg';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { resolve } from '../../systems/names';
import { Postgres } from '../../systems/postgres';

/** Addresses of the primary and of its standby. */
const [PRIMARY, STANDBY] = ['127.0.0.1', '127.0.0.2'] as const;

const OPERATED = [['ledger', 'ledger'], ['operated', 'by-operator']].flatMap(([cluster, namespace]) => cloudNativePgHosts(cluster, namespace));
const OF_STANDBY = OPERATED.filter(host => /^\w+-ro/.test(host));
/** The certificate is for all, the name of a container's Service among them. */
const HOSTS = ['managed.db.example.com', 'ledger.by-container.svc', 'ledger.by-container.svc.cluster.local', 'ledger', ...OPERATED] as const;

/** One PostgreSQL with a standby stands for every provider's. */
export async function startServer(): Promise<{ readonly server: Postgres; readonly authority: string }> {
  const authority = await CertificateAuthority.create('authority');
  await resolve(PRIMARY, HOSTS.filter(host => !OF_STANDBY.includes(host)));
  await resolve(STANDBY, OF_STANDBY);
  return { server: await Postgres.start([PRIMARY, STANDBY], await authority.sign(...HOSTS)), authority: authority.certificate };
}
