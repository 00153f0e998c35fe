import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { assertName, NameRule } from '../private/names';
import { smtpEntries } from './smtp-binding';
import { assertEntersSmtp, SmtpProvider } from './smtp-provider';

/** What a mail server is to those who send. */
export interface SmtpServerProps {
  /** Who provides it. */
  readonly provider: SmtpProvider;
  /**
   * Address that consumers send mail from, such as `orders@example.com`, without a name beside it. They read it as `<BINDING>_FROM`; those that are told
   * its parts find them in the roles `from-local-part` and `from-domain`.
   *
   * @default - the part `from` of the credentials, or none
   */
  readonly from?: string;
}

/** An address without quotes, whose domain is a DNS name. Sources: RFC 5321 (4.1.2, 4.5.3.1), RFC 5322 (3.2.3) */
const FROM: NameRule = {
  what: 'an address that mail is sent from',
  pattern: /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
  longest: 254,
  allowed: 'letters, digits and !#$%&\'*+-/=?^_`{|}~. before an "@" and a DNS name, at most 254 characters',
};

/**
 * A mail server that takes mail to be sent on, by SMTP. Its consumers read `<BINDING>_URL`; user and password in it are percent-encoded. Most clients take no
 * URL: `EnvNames.map({ SMTP_HOST: '{host}', SMTP_PORT: '{port}', SMTP_USERNAME: '{username}', SMTP_PASSWORD: '{password}' })` tells them the parts, `ssl`
 * whether they start TLS before any word of SMTP, and `starttls` whether they have to insist on STARTTLS. An authority of the server's certificate is in
 * `<BINDING>_CA_FILE`.
 *
 * The URL is that of Nodemailer and of Symfony Mailer, whose `MAILER_DSN` it is. django-environ's is `django-url`. Python's `smtplib` takes ASCII alone.
 *
 * Sources: https://nodemailer.com/smtp/, https://symfony.com/doc/current/mailer.html, https://django-environ.readthedocs.io/en/latest/types.html#environ-env-email-url
 */
export class SmtpServer extends BackingService {
  /** Address that consumers send mail from; none if nothing says it, or the credentials do. */
  public readonly from?: string;

  /**
   * @throws BST801 if the id cannot name a Service, or `from` is no address
   */
  constructor(scope: Construct, id: string, props: SmtpServerProps) {
    acceptArguments('new SmtpServer', [scope, id, props]);
    const { from } = props;
    if (from !== undefined) assertName(FROM, from, pathOf(scope, id), 'give the address alone');
    super(scope, id, { bindingType: 'smtp', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.BROKER });
    this.from = from;
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a server is entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertEntersSmtp(credential, this.path);
    return smtpEntries(this.locator.primary, this.from, credential);
  }
}

guard('SmtpServer', SmtpServer);
