import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { credentialEntries } from './credential-entries';
import { MemcachedProvider } from './memcached-provider';
import { serversOf } from './url-parts';

/** What a Memcached server is. */
export interface MemcachedProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: MemcachedProvider;
}

/**
 * Memcached: one server, or several over which clients spread what they keep. No client of it takes a URL, so its consumers read `<BINDING>_SERVERS`, of the
 * form `host:port`, with commas between several, and, where it is entered with a credential, `<BINDING>_USERNAME` and `<BINDING>_PASSWORD` for SASL. An
 * authority of the server's certificate is in `<BINDING>_CA_FILE`.
 */
export class Memcached extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections
   */
  constructor(scope: Construct, id: string, props: MemcachedProps) {
    acceptArguments('new Memcached', [scope, id, props]);
    super(scope, id, { bindingType: 'memcached', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.CACHE, maxConnections: props.maxConnections });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { host, port, tls } = this.locator.primary;
    return [
      BindingEntry.text('servers', serversOf(this.locator), { variable: 'SERVERS', file: 'servers' }),
      BindingEntry.text('host', host, { file: 'host' }),
      BindingEntry.text('port', String(port), { file: 'port' }),
      BindingEntry.text('ssl', String(tls.isOfClient), { file: 'ssl' }),
      ...credentialEntries(credential, tls),
    ];
  }
}

guard('Memcached', Memcached);
