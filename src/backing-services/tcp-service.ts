import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { credentialEntries } from './credential-entries';
import { TcpProvider } from './tcp-provider';

/** What a TCP service is. */
export interface TcpServiceProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: TcpProvider;
}

/**
 * A service of any protocol over TCP. Its consumers read `<BINDING>_HOST` and `<BINDING>_PORT` and, where it takes a credential, each part of
 * that: `_USERNAME`, `_PASSWORD`, `_TOKEN`; certificates as files, `_CA_FILE`, `_CLIENT_CERTIFICATE_FILE`, `_PRIVATE_KEY_FILE`.
 */
export class TcpService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST007 if a port does not exist
   */
  constructor(scope: Construct, id: string, props: TcpServiceProps) {
    acceptArguments('new TcpService', [scope, id, props]);
    super(scope, id, { bindingType: 'tcp', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.API, maxConnections: props.maxConnections });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { host, port, tls } = this.locator.primary;
    return [
      BindingEntry.text('host', host, { variable: 'HOST', file: 'host' }),
      BindingEntry.text('port', String(port), { variable: 'PORT', file: 'port' }),
      ...credentialEntries(credential, tls),
    ];
  }
}

guard('TcpService', TcpService);
