import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/** Which of the virtual hosts of one broker. */
export interface RabbitMqVirtualHostOptions {
  /**
   * Virtual host: the part of the broker that has these exchanges, queues and permissions. As it is named, not as a URL has it: a URL has `/` as `%2F`. A
   * whole `uri` of the credentials says its own.
   *
   * @default - the part `virtual-host` of the credentials, or "/"
   */
  readonly virtualHost?: string;
}

/**
 * A short string of AMQP 0-9-1 has at most 255 bytes; a character of UTF-8 has up to four of them.
 * Source: https://www.rabbitmq.com/docs/vhosts
 */
const VIRTUAL_HOST: NameRule = {
  what: 'a virtual host',
  pattern: /^(?=[ -~]{0,255}$|.{0,63}$)[^\p{Cc}\p{Cs}]+$/u,
  longest: 255,
  allowed: '1 to 255 characters of ASCII, or 1 to 63 of any alphabet, none a control character and none invisible',
};

/** Throws BST801 if a virtual host cannot be named so, BST511 if a URL stands in its place; returns the name. */
export function assertVirtualHost(name: string, path: string): string {
  return assertName(VIRTUAL_HOST, assertNoUrl(name, path), path);
}
