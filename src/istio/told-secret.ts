import { namesSecret } from '../private/literal-secret';
import { quote, TopologyError } from '../private/topology-error';
import { unsoundTelemetry } from './unsound-telemetry';

/** Their values let somebody in. Sources: RFC 9110, 11.6.2 and 11.7.1; RFC 6265 */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie']);

/** Whether a header carries a credential, by its name in lower case. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIALS.has(name) || namesSecret(name);
}

/** The refusal of a credential among what is traced, logged or counted. */
export function tellsSecret(what: string, name: string, path: string): TopologyError {
  return unsoundTelemetry(
    path,
    `${what} ${quote(name)} carries a credential, and spans, logs and metrics are read by everybody who looks at them; allowed is any other`,
    'take the value from where no credential is',
  );
}
