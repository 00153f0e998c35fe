import { App, Chart } from 'cdk8s';
import { EnvNames, Platform, Pods, Secrets, SecretStore, SmtpProvider, SmtpServer, Tls, TlsAuthority, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

/** Servers that speak STARTTLS, TLS before any word of SMTP, and no TLS at all. */
export const HOSTS = { starttls: 'smtp.example.com', tls: 'smtps.example.com', clear: 'clear.example.com' };

/** Where the third is; clients take it for one of STARTTLS. */
export const CLEAR_PORT = 2587;

/** What a program that takes no URL asks for. */
const parts = (prefix: string) => EnvNames.map(Object.fromEntries(Object.entries({
  HOST: '{host}', PORT: '{port}', USERNAME: '{username}', PASSWORD: '{password}', STARTTLS: '{starttls}', SSL: '{ssl}', CA: '{ca:file}', FROM: '{from}',
}).map(([name, value]) => [`${prefix}_${name}`, value])));

/** Programs that are told a URL, the parts, or the URL that Django's programs read. */
export function programs(app: App): void {
  const chart = new Chart(app, 'smtp', { namespace: 'smtp' });
  const topology = new Topology(chart, 'smtp');
  const credentials = SecretStore.cluster('vault').secret('smtp/mail', { username: 'username', password: 'password', ca: 'ca' });
  const server = (id: string, provider: SmtpProvider) => new SmtpServer(topology, id, { from: 'orders@example.com', provider });
  const mail = server('mail', SmtpProvider.external({ host: HOSTS.starttls, credentials }));
  const sealed = server('sealed-mail', SmtpProvider.external({ host: HOSTS.tls, tls: Tls.byClient(TlsAuthority.LOGIN), credentials }));
  const clear = server('clear-mail', SmtpProvider.external({ host: HOSTS.clear, port: CLEAR_PORT, credentials }));
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  const [node, python, script, django] = ['node', 'python', 'script', 'django'].map(workload);
  for (const service of [mail, sealed, clear]) node.uses(service);
  for (const program of [python, script]) program.uses(mail, { envNames: parts('SMTP') });
  python.uses(sealed, { envNames: parts('SMTPS') });
  django.uses(mail, { envNames: EnvNames.map({ EMAIL_URL: '{django-url}' }) });
  django.uses(sealed, { envNames: EnvNames.map({ SEALED_EMAIL_URL: '{django-url}' }) });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
