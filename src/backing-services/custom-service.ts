import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { assertTexts, partEntries, textEntries } from './custom-entries';
import { CustomProvider } from './custom-provider';

/** What a service that has no kind is, and what its consumers are told. */
export interface CustomServiceProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: CustomProvider;
  /**
   * Type of the binding, by which client libraries find it: a word such as `mqtt`, `etcd` or `clickhouse`.
   * Source: https://servicebinding.io/spec/core/1.1.0/#well-known-secret-entries
   */
  readonly bindingType: string;
  /**
   * What consumers are told: a text for each role, over the roles `{host}`, `{port}`, `{servers}` (`host:port` of each server, with commas between them, an
   * IPv6 address in brackets), `{ssl}` (whether clients start TLS) and the name of each part of the credentials, such as
   * `{ url: 'mqtts://{username:percent}:{password:percent}@{servers}', topic: 'orders/#' }`. Texts are written as for `EnvNames.map()`: a secret among other text
   * says how it is encoded there, and `{ca:file}` is the path of a file.
   *
   * A role becomes `<BINDING>_URL` for `url`, and a file of that name; a text that is put together from Secrets of others is no file. Parts of which no role has
   * the name reach consumers by these texts and by their own `EnvNames.map()` alone.
   *
   * @default - `host`, `port`, `servers` where there are several, and each part of the credentials, as a `TcpService` tells them
   */
  readonly entries?: Record<string, string>;
  /**
   * What it looks like in a diagram.
   *
   * @default ServiceShape.API
   */
  readonly shape?: ServiceShape;
  /**
   * Whether clients learn the addresses of its servers from it and dial them themselves, so that a mesh must not route, balance or eject.
   *
   * @default false
   */
  readonly clientRouted?: boolean;
}

/**
 * A service of a kind that this package does not know: an MQTT broker, etcd, ClickHouse, SFTP. The declaration says what a kind would: the type of the binding,
 * the protocol, and what consumers are told. A kind that several programs declare, or that has rules of its own, is better a class that extends `BackingService`.
 */
export class CustomService extends BackingService {
  private readonly texts?: Record<string, string>;

  /**
   * @throws BST801 if the id cannot name a Service, the type is no word or a role cannot be named so, BST010 if `maxConnections` is no number of connections, BST007 if a port does not
   * exist, BST018 if `entries` are empty, BST510 or BST511 if a credential stands in them
   */
  constructor(scope: Construct, id: string, props: CustomServiceProps) {
    acceptArguments('new CustomService', [scope, id, props]);
    const { bindingType, entries, shape = ServiceShape.API, clientRouted, maxConnections } = props;
    const texts = entries && assertTexts(entries, pathOf(scope, id));
    super(scope, id, { bindingType, provision: provisionOf(props.provider, scope, id), shape, clientRouted, maxConnections });
    this.texts = texts;
  }

  /**
   * @throws BST018 if a text of `entries` cannot be read, or names neither a role of the service nor a part of the credential
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    const parts = partEntries(this.locator, credential);
    return this.texts ? textEntries(this.texts, parts, this.path) : parts;
  }
}

guard('CustomService', CustomService);
