import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { CredentialProps } from './credential-options';
import { sasl, SaslMechanism } from './kafka-sasl';
import { brokerAddresses, managedServers } from './managed-kafka';
import { authorityOf, provided } from './provided-by';
import { ExternalServingOptions } from './serving-options';

/** A Kafka cluster of Confluent Cloud. It is entered with parts `username` and `password`, which are an API key and its secret. */
export interface ConfluentCloudProps extends CredentialProps, ExternalServingOptions {
  /** Bootstrap server: `pkc-4r087.us-west2.gcp.confluent.cloud:9092`. */
  readonly bootstrapServer: string;
}

const HOST = {
  what: 'a bootstrap server of Confluent Cloud',
  pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+\.(aws|gcp|azure)(\.(private|glb))?\.confluent\.cloud$/,
  like: 'a host such as "pkc-4r087.us-west2.gcp.confluent.cloud"',
};

/** Source: https://docs.confluent.io/cloud/current/client-apps/config-client.html */
export function confluentCloud(props: ConfluentCloudProps, path: string): Provision {
  const bootstrap = managedServers([props.bootstrapServer], HOST, path);
  const addresses = brokerAddresses(bootstrap, Tls.byClient(authorityOf(props.credentials)));
  return provided(Locator.external({ cidrs: props.cidrs, addresses }), props, path, sasl({ ...props, mechanism: SaslMechanism.PLAIN }, path, [['username', 'password']]));
}
