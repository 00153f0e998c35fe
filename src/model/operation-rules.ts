import { asSent, pathFlaw } from '../private/request-path';
import { quote } from '../private/topology-error';
import { Operation } from './operation';

const METHOD = /^[A-Z][A-Z-]{0,31}$/;

/** Whether a method is written as it is sent: methods are case-sensitive. Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.1 */
export function isMethod(method: string): boolean {
  return METHOD.test(method);
}

/** An operation of this path as it is sent. */
export function sentOperation({ id, method, path, retriable }: Operation): Operation {
  return { id, method, path: asSent(path), retriable };
}

/** Why no request could be one of the operation, which would be declared and always refused; undefined if one can. */
export function operationFlaw({ id, method, path }: Operation): string | undefined {
  if (!isMethod(method)) return `the method of operation ${quote(id)} is ${quote(method)}: a method is sent in capitals, such as "GET"`;
  const flaw = pathFlaw(path);
  return flaw === undefined ? undefined : `the path of operation ${quote(id)} is ${quote(path)}, which ${flaw}: no request has it`;
}
