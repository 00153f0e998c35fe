import { assertPort, assertWhole } from '../private/bounds';
import { assertNoCredentialInText } from '../private/literal-secret';
import { survivesYaml } from '../private/manifest-text';
import { quote, TopologyError } from '../private/topology-error';
import { HttpRedirect } from './http-route-options';

/** What is answered in place of the service; nothing if requests are sent on. @internal */
export interface HttpAnswer {
  readonly redirect?: HttpRedirect;
  readonly status?: number;
  readonly body?: string;
}

/** Those that tell a client to ask elsewhere. Source: https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
const REDIRECTIONS: readonly number[] = [301, 302, 303, 307, 308];

/** Throws BST047 unless a client can follow. */
export function assertRedirect(redirect: HttpRedirect): HttpRedirect {
  const path = 'HttpRouteCondition.redirect';
  const { uri, authority, scheme, port, redirectCode = 301 } = redirect;
  if ([uri, authority, scheme, port].every(part => part === undefined)) {
    throw unsound(path, 'a redirection that changes nothing sends the client round', 'say uri, authority, scheme or port');
  }
  if (![undefined, 'http', 'https'].includes(scheme)) throw unsound(path, `scheme ${quote(scheme!)}: allowed are http and https`, 'give one of these');
  if (!REDIRECTIONS.includes(redirectCode)) {
    throw unsound(path, `redirectCode ${quote(redirectCode)}: allowed are ${REDIRECTIONS.join(', ')}`, 'give the status of a redirection');
  }
  if (port !== undefined) assertPort(port, path);
  for (const text of [uri, authority]) if (text !== undefined) assertWritten(text, path);
  return { ...redirect };
}

/** A body as long as Envoy takes it. Source: Envoy, `RouteConfiguration.max_direct_response_body_size_bytes`; Istio's webhook: 1 MiB */
const LONGEST_BODY = 1024 * 1024;

/** Throws BST010 unless a client can be answered so, BST047 if the body cannot be written. */
export function assertAnswer(status: number, body: string | undefined): HttpAnswer {
  const path = 'HttpRouteCondition.respond';
  assertWhole('status', status, [200, 599], path);
  if (body === undefined) return { status };
  if (Buffer.byteLength(body) > LONGEST_BODY || !survivesYaml(body.replace(/[\n\t]/g, ' '))) {
    throw unsound(path, 'a body of more than 1 MiB, or with control characters', 'let the service answer that');
  }
  return { status, body: assertNoCredentialInText(body, path) };
}

/** Throws BST047 unless the text stands in a request as it is written. */
export function assertWritten(text: string, path: string): string {
  if (text !== '' && text.length <= 1024 && survivesYaml(text) && !/\s/.test(text)) return assertNoCredentialInText(text, path);
  throw unsound(path, `${quote(text)} can stand in no request: allowed are 1 to 1024 characters, none a blank or a control character`, 'give it as a client would write it');
}

/** The refusal of a route that cannot be as it is said. */
export function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST047', path, problem, fix });
}
