import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { provided, ProvidedOptions } from './provided-by';
import { RabbitMqVirtualHostOptions, assertVirtualHost } from './rabbit-mq-virtual-host';
import { assertParts } from './required-parts';

/** Source of the certificate's user: https://www.rabbitmq.com/docs/access-control#mechanisms (EXTERNAL) */
const ENTERED_WITH = [['username', 'password'], ['client-certificate', 'private-key'], ['uri']];

/** Throws BST017 unless a broker can be entered with it; returns the credential. */
export function assertEntersRabbitMq(credential: Credential, path: string): Credential {
  return assertParts(credential, ENTERED_WITH, path);
}

/** A virtual host of a broker; it is told whether or not anybody needs a credential. */
export function rabbitMq(locator: Locator, options: Omit<ProvidedOptions, 'database'> & RabbitMqVirtualHostOptions, path: string): Provision {
  const { virtualHost } = options;
  const database = virtualHost === undefined ? undefined : assertVirtualHost(virtualHost, path);
  return provided(locator, { ...options, database }, path, credential => assertEntersRabbitMq(credential, path));
}
