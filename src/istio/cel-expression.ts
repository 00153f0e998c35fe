import { assertNoCredentialInText } from '../private/literal-secret';
import { survivesYaml } from '../private/manifest-text';
import { isCredentialHeader, tellsSecret } from './told-secret';
import { unsoundTelemetry } from './unsound-telemetry';

const LONGEST = 4096;

/**
 * Throws BST660 for what Istio's webhook would refuse, as far as it shows without knowing CEL, BST510 or BST511 for a credential in it, and BST660 where it reads a header that carries
 * one; the text is not repeated.
 *
 * @param what how it is called in the message
 */
export function assertExpression(what: string, text: string, path: string): void {
  if (text.trim() === '' || text.length > LONGEST || !survivesYaml(text) || !isClosed(text)) {
    throw unsoundTelemetry(
      path,
      `${what} (not repeated here): allowed is an expression in CEL of 1 to ${LONGEST} characters on one line, with every bracket and quote closed`,
      'write it as https://github.com/google/cel-spec/blob/master/doc/langdef.md has it',
    );
  }
  assertNoCredentialInText(text, path);
  const carrier = headersIn(text).find(isCredentialHeader);
  if (carrier !== undefined) throw tellsSecret('the header', carrier, path);
}

/** The headers whose values an expression reads: `request.headers["x-user"]`. */
function headersIn(text: string): string[] {
  return [...text.matchAll(/\bheaders\s*\[\s*(["'])([^"']+)\1\s*\]/g)].map(([, , name]) => name.toLowerCase());
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Whether quotes and brackets are closed in order. */
function isClosed(text: string): boolean {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
  if (/["']/.test(plain)) return false;
  const open: string[] = [];
  for (const sign of plain.replace(/[^()[\]{}]/g, '')) {
    if (!(sign in CLOSES)) open.push(sign);
    else if (open.pop() !== CLOSES[sign]) return false;
  }
  return open.length === 0;
}
