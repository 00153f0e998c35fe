import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { credentialEntries } from './credential-entries';
import { MemcachedProvider } from './memcached-provider';

/** What a Memcached server is. */
export interface MemcachedProps {
  /** Who provides it. */
  readonly provider: MemcachedProvider;
}

/**
 * A Memcached server. No client of it takes a URL, so its consumers read `<BINDING>_SERVERS`, of the form `host:port`, and, where it is entered with a
 * credential, `<BINDING>_USERNAME` and `<BINDING>_PASSWORD` for SASL.
 */
export class Memcached extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, props: MemcachedProps) {
    acceptArguments('new Memcached', [scope, id, props]);
    super(scope, id, { bindingType: 'memcached', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.CACHE });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { host, port, hostAndPort, tls } = this.locator.primary;
    return [
      BindingEntry.text('servers', hostAndPort, { variable: 'SERVERS', file: 'servers' }),
      BindingEntry.text('host', host, { file: 'host' }),
      BindingEntry.text('port', String(port), { file: 'port' }),
      BindingEntry.text('ssl', String(tls.isOfClient), { file: 'ssl' }),
      ...credentialEntries(credential, tls),
    ];
  }
}

guard('Memcached', Memcached);
