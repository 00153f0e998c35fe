import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls, TlsStart } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { ExternalHostProps } from './external-host-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/**
 * A mail server of a third party that takes mail to be sent on. It is entered with parts `username` and `password`; with a whole `uri`; or, in a network that
 * lets nobody else in, without credentials.
 */
export interface ExternalSmtpProps extends ExternalHostProps {
  /**
   * How the connection is encrypted: `Tls.inProtocol()` by STARTTLS, `Tls.byClient()` before any word of SMTP.
   *
   * @default - clients insist on STARTTLS, and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** Sources: RFC 5321 (4.5.4.2), RFC 6409 (3.1), RFC 8314 (7.3) */
const PORTS: Record<TlsStart, number> = { [TlsStart.NONE]: 25, [TlsStart.MESH]: 25, [TlsStart.PROTOCOL]: 587, [TlsStart.CLIENT]: 465 };
const ENTERED_WITH = [['username', 'password'], ['uri']];

/** Who takes mail to be sent on. What extends it gives a login of parts `username` and `password`, or of a whole `uri`, or none. */
export abstract class SmtpProvider extends ServiceProvider {
  /**
   * A workload of ours, as one that keeps mail for developers to look at; the mesh encrypts. Usual port: 25; 587 with STARTTLS; 465 where clients start TLS.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): SmtpProvider {
    return given(SmtpProvider, ({ id, path }) => smtp(byWorkload(workload, id, options, usual(options.tls)), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 25; 587 with STARTTLS; 465 where clients start TLS.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterProps): SmtpProvider {
    return given(SmtpProvider, ({ path }) => smtp(byNeighbour(props, usual(props.tls)), props, path));
  }

  /**
   * A third party. Usual port: 587, by STARTTLS; 465 where clients start TLS; 25 where the server speaks in the clear.
   *
   * Many clients go on in the clear where the server, or whoever stands between, offers no STARTTLS. The URL makes Nodemailer, and Symfony Mailer from 7.3 on,
   * insist on it. What is told the parts is told `starttls` too, which is `true` where it is required: it sets `smtp_enable_starttls` to `always`, or what its client calls
   * that. Where a client cannot insist, say `Tls.byClient()`. Python's `smtplib` verifies nothing until it is given `ssl.create_default_context()`.
   * Sources: RFC 8314 (3.1), https://nodemailer.com/smtp/, https://symfony.com/doc/current/mailer.html#require-use-of-tls, https://docs.python.org/3/library/smtplib.html
   *
   * @throws BST801 if the host is neither a DNS name nor an IP address, BST032 if it is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part
   */
  public static external(props: ExternalSmtpProps): SmtpProvider {
    const { host, cidrs, endpoints, tls = Tls.inProtocol(authorityOf(props.credentials)), port = usual(tls).port } = props;
    return given(SmtpProvider, ({ path }) => smtp(Locator.external({ cidrs, endpoints, addresses: [{ host, port, tls }] }), props, path));
  }
}

guard('SmtpProvider', SmtpProvider);

function usual(tls: Tls = Tls.NONE) {
  return { port: PORTS[tls.start], protocol: Protocol.TCP };
}

/** Throws BST017 unless a server can be entered with it; returns the credential. */
export function assertEntersSmtp(credential: Credential, path: string): Credential {
  return assertParts(credential, ENTERED_WITH, path);
}

function smtp(locator: Locator, options: Omit<ProvidedOptions, 'database'>, path: string): Provision {
  return provided(locator, options, path, credential => assertEntersSmtp(credential, path));
}
