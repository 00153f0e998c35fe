import { Chart } from 'cdk8s';
import { EnvNames, Platform, Pods, Secrets, SecretStore, SmtpProvider, SmtpServer, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three mail servers: whoever provides one, its consumer reads a URL, or the parts that its image asks for. */
export function smtpServer(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const mail = new SmtpServer(topology, 'mail', { from: 'orders@example.com', provider: SmtpProvider.external({
    host: 'smtp.example.com', credentials: vault.secret('shop/mail'),
  }) });
  orders.uses(mail, { envNames: EnvNames.map({
    SMTP_HOST: '{host}', SMTP_PORT: '{port}', SMTP_USERNAME: '{username}', SMTP_PASSWORD: '{password}', SMTP_REQUIRE_TLS: '{starttls}', SMTP_FROM: '{from}',
  }) });
  // #endregion

  // #region inCluster
  const relay = new SmtpServer(topology, 'relay', { provider: SmtpProvider.inCluster({ service: 'postfix', namespace: 'mail', podLabels: { app: 'postfix' } }) });
  orders.uses(relay);
  // #endregion

  // #region workload
  const server = process('mailpit');
  const outbox = new SmtpServer(topology, 'outbox', { provider: SmtpProvider.workload(server, { targetPort: 1025 }) });
  orders.uses(outbox);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
