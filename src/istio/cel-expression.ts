import { assertNoCredentialInText } from '../private/literal-secret';
import { survivesYaml } from '../private/manifest-text';
import { unsoundTelemetry } from './unsound-telemetry';

const LONGEST = 4096;

/**
 * Throws BST660 for what Istio's webhook would refuse, as far as it shows without knowing CEL, and BST510 or BST511 for a credential in it; the text is not repeated.
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
