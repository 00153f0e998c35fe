import { CredentialPart } from '../model/credential-part';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { CredentialProps } from './credential-options';
import { sasl, SaslMechanism } from './kafka-sasl';
import { assertManagedHost } from './managed-host';
import { authorityOf, provided } from './provided-by';
import { ExternalServingOptions } from './serving-options';

/** A namespace of Azure Event Hubs, spoken to as Kafka. It is entered with the part `password`, which is a connection string of the namespace. */
export interface AzureEventHubsProps extends CredentialProps, ExternalServingOptions {
  /** Host of the namespace: `shop.servicebus.windows.net`. */
  readonly host: string;
}

const HOST = {
  what: 'a host of Azure Event Hubs',
  pattern: /^[a-z0-9-]+\.servicebus\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
  like: 'a host such as "shop.servicebus.windows.net"',
};

/** What stands in place of a user name, as it is. */
const USER = CredentialPart._literal('$ConnectionString');

/** One host is all brokers. Source: https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview */
export function azureEventHubs(props: AzureEventHubsProps, path: string): Provision {
  const { cidrs, credentials } = props;
  const host = assertManagedHost(props.host, HOST, path);
  const tls = Tls.byClient(authorityOf(credentials)).namingServer();
  const entered = sasl({ credentials, mechanism: SaslMechanism.PLAIN }, path, [['password']]);
  return provided(Locator.external({ cidrs, addresses: [{ host, port: 9093, tls }] }), props, path, credential => entered(credential).with('username', USER));
}
