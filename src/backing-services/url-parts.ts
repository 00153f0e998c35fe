import { AddressRole } from '../model/address';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';

const { literal, percentEncoded } = BindingValue;

/** `user:password@`, percent-encoded, for a URL; nothing if there is no password. */
export function userinfo(credential: Credential | undefined): BindingValue[] {
  if (!credential?.has('username') || !credential.has('password')) return [];
  return [percentEncoded(credential, 'username'), literal(':'), percentEncoded(credential, 'password'), literal('@')];
}

/** The file of a text that is put together; none where that is done by Kubernetes itself, of parts that stand in Secrets, which makes variables alone. */
export function fileOf({ parts }: BindingValue, file: string): string | undefined {
  return parts.length > 1 && parts.some(({ secret }) => secret?.secretName !== undefined) ? undefined : file;
}

/** The servers that clients are told of, each once. */
export function serverAddresses({ addresses }: Locator) {
  return addresses.filter(({ role }) => role === AddressRole.PRIMARY || role === AddressRole.ALTERNATE);
}

/** `host:port` of each, in a list with commas. */
export function serversOf(locator: Locator): string {
  return serverAddresses(locator).map(({ hostAndPort }) => hostAndPort).join(',');
}
