import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Provision } from '../model/provision';
import { provisionOf } from '../model/service-provider';
import { TlsStart } from '../model/tls';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { credentialEntries } from './credential-entries';
import { ENTERS_LDAP, LdapProvider } from './ldap-provider';
import { assertParts } from './required-parts';

/** What an LDAP directory is. */
export interface LdapProps {
  /** Who provides it. */
  readonly provider: LdapProvider;
}

/**
 * An LDAP directory. Its consumers read `<BINDING>_URL`, of the form `ldap://host:port` or `ldaps://host:port`, in which no client takes credentials, `<BINDING>_BASE_DN` and, where
 * it is entered with a credential, `<BINDING>_USERNAME`, the distinguished name that they bind as, and `<BINDING>_PASSWORD`. Where the credentials hold the authority of the
 * server's certificate, its file is in `<BINDING>_CA_FILE`.
 *
 * By `ldap://`, a client encrypts only if it is told to ask for StartTLS: that it must is the role `start-tls`, which no URL can say. Clients of which it is an
 * option, and that would go on in the clear if the server refused, are to be set to fail then.
 */
export class Ldap extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST016 if the provider names no base
   */
  constructor(scope: Construct, id: string, props: LdapProps) {
    acceptArguments('new Ldap', [scope, id, props]);
    const provision = based(provisionOf(props.provider, scope, id), pathOf(scope, id));
    super(scope, id, { bindingType: 'ldap', provision, shape: ServiceShape.DATABASE });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a directory is entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertParts(credential, ENTERS_LDAP, this.path);
    const { host, port, hostAndPort, tls } = this.locator.primary;
    const url = `${tls.start === TlsStart.CLIENT ? 'ldaps' : 'ldap'}://${hostAndPort}`;
    const part = (name: string) => credential?.has(name) ? [
      BindingEntry.of(name, BindingValue.secret(credential, name), { variable: name.toUpperCase(), file: name }),
    ] : [];
    return [
      // Spring Cloud Bindings reads these files as `urls` and `base`.
      BindingEntry.text('url', url, { variable: 'URL', file: 'uri' }), BindingEntry.text('urls', url, { file: 'urls' }),
      BindingEntry.text('base-dn', this._provision.settings['base-dn'], { variable: 'BASE_DN', file: 'base' }),
      BindingEntry.text('host', host, { file: 'host' }), BindingEntry.text('port', String(port), { file: 'port' }),
      ...part('username'), ...part('password'),
      BindingEntry.text('ssl', String(tls.start === TlsStart.CLIENT), { file: 'ssl' }),
      BindingEntry.text('start-tls', String(tls.start === TlsStart.PROTOCOL), { file: 'start-tls' }),
      ...credentialEntries(credential, tls, ['username', 'password']),
    ];
  }
}

guard('Ldap', Ldap);

function based(provision: Provision, path: string): Provision {
  if (provision.settings['base-dn'] !== undefined) return provision;
  throw new TopologyError({
    code: 'BST016',
    path,
    problem: 'the provider names no base, below which clients of a directory search',
    fix: 'give the Provision the setting "base-dn"',
  });
}
