import { BackingService, BindingEntry, ExternalAddressProps, Locator, Provision, ServiceShape } from 'cdk8s-backing-services';
import { Construct } from 'constructs';

/** Where a Memcached is. */
export interface MemcachedProps {
  /** DNS name. */
  readonly host: string;
}

/** A kind of one's own. Its consumers read `<BINDING>_SERVERS`. */
export class Memcached extends BackingService {
  constructor(scope: Construct, id: string, { host }: MemcachedProps) {
    const address: ExternalAddressProps = { host, port: 11211 };
    super(scope, id, {
      bindingType: 'memcached', shape: ServiceShape.CACHE, provision: new Provision({ locator: Locator.external({ addresses: [address] }) }),
    });
  }

  public bind(): BindingEntry[] {
    const { host, port } = this.locator.primary;
    return [BindingEntry.text('servers', `${host}:${port}`, { variable: 'SERVERS', file: 'servers' })];
  }
}
