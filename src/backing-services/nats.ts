import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { natsEntries } from './nats-binding';
import { assertEntersNats, NatsProvider } from './nats-provider';

/** What NATS is. */
export interface NatsProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: NatsProvider;
}

/**
 * NATS: one server, or several as one. Its consumers read `<BINDING>_URL`, which is a list of URLs with commas where several servers are told of, and never has
 * a credential in it, because nats.py and nats.js take none from there as it is kept. They read `<BINDING>_USERNAME` and `<BINDING>_PASSWORD`, or
 * `<BINDING>_TOKEN`; or from a file `<BINDING>_CREDS_FILE`, or `<BINDING>_NKEY_SEED_FILE`. An authority of the server's certificate is in `<BINDING>_CA_FILE`.
 *
 * nats.go, jnats and NATS.Net split the list; the others are given it in pieces: `servers` is `host:port` of each. What can be told nothing but a URL, and
 * decodes it as nats.go, jnats and NATS.Net do, is told `url-with-credentials`, in which they are percent-encoded: `EnvNames.map({ NATS_URL: '{url-with-credentials}' })`.
 * .NET Aspire's `connection-string` is the same.
 *
 * Source: https://docs.nats.io/using-nats/developer/connecting
 */
export class Nats extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections
   */
  constructor(scope: Construct, id: string, props: NatsProps) {
    acceptArguments('new Nats', [scope, id, props]);
    super(scope, id, { bindingType: 'nats', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.BROKER, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that servers are entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertEntersNats(credential, this.path);
    return natsEntries(this.locator, credential);
  }
}

guard('Nats', Nats);
