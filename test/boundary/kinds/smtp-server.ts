import { SmtpProvider, SmtpServer, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

export const SMTP_SERVER = {
  'SmtpServer#bind': bench => ({ on: new SmtpServer(bench.topology, 'a', { provider: SmtpProvider.workload(bench.web) }), args: [request(bench)] }),
  'SmtpProvider.external': () => ({ args: [{ ...entered(), host: 'a.example.com', port: 587, tls: Tls.inProtocol(), cidrs: CIDRS, endpoints: ENDPOINTS }] }),
  'SmtpProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 25 }] }),
  'SmtpProvider.workload': bench => servedBy(bench, { port: 25 }),
  'new SmtpServer': bench => service(bench, { provider: SmtpProvider.workload(bench.web), from: 'orders@example.com' }),
} satisfies Partial<Record<CallName, Baselines>>;
