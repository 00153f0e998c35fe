import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { rabbitMqEntries } from './rabbit-mq-binding';
import { assertEntersRabbitMq } from './rabbit-mq-login';
import { RabbitMqProvider } from './rabbit-mq-provider';

/** What a RabbitMQ broker is. */
export interface RabbitMqProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: RabbitMqProvider;
}

/**
 * A RabbitMQ broker, by AMQP 0-9-1. Its consumers read `<BINDING>_URL`; user, password and virtual host in it are percent-encoded. Where the credentials hold
 * the authority of the server's certificate, its file is in `<BINDING>_CA_FILE`: no clients agree on how a URL could name it.
 *
 * amqplib of Node.js and RabbitMQ's Java client decode no letter of a URL beyond ASCII: with such a password they are given the parts, by
 * `EnvNames.map({ RABBITMQ_USER: '{username}', RABBITMQ_PASSWORD: '{password}', RABBITMQ_VHOST: '{virtual-host}' })` or as files. amqplib percent-decodes the
 * virtual host even there: where its name has a "%", say `{virtual-host:percent}`. .NET Aspire's `connection-string` is the URL. `addresses` is the list of
 * `host:port` that Spring takes; `virtual-host` and the others are named as Spring Cloud Bindings reads them.
 *
 * Sources: https://www.rabbitmq.com/docs/uri-spec, https://github.com/spring-cloud/spring-cloud-bindings#rabbitmq
 */
export class RabbitMq extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: RabbitMqProps) {
    acceptArguments('new RabbitMq', [scope, id, props]);
    super(scope, id, { bindingType: 'rabbitmq', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.BROKER, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a broker is entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertEntersRabbitMq(credential, this.path);
    return rabbitMqEntries(this.locator, this._provision.database, credential);
  }
}

guard('RabbitMq', RabbitMq);
