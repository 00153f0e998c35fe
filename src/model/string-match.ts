import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { assertMatchedText } from '../private/matched-text';
import { assertRe2, matchesRe2 } from '../private/re2';

/** Of two conditions, one that takes just what both take: undefined if that is nothing, "unknown" if it cannot be said in one. @internal */
export type Meeting<Condition> = Condition | undefined | 'unknown';

/** How a text is compared, in upper and lower case. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch */
export class StringMatch {
  /** Any text, as long as there is one: of a header or of a parameter, which need not be there. */
  public static readonly ANY = new StringMatch('any', '');

  /**
   * This text and no other.
   *
   * @throws BST024 if it is empty, above 1024 characters, holds control characters or begins or ends with a blank, BST510 if it looks like a credential
   */
  public static exact(text: string): StringMatch {
    return new StringMatch('exact', assertMatchedText(text, 'the text', 'StringMatch.exact'));
  }

  /**
   * Texts that begin with this one.
   *
   * @throws BST024 if it is empty, above 1024 characters, holds control characters or begins or ends with a blank, BST510 if it looks like a credential
   */
  public static prefix(text: string): StringMatch {
    return new StringMatch('prefix', assertMatchedText(text, 'the prefix', 'StringMatch.prefix'));
  }

  /**
   * Texts that an expression of RE2 takes as a whole. Source: https://github.com/google/re2/wiki/Syntax
   *
   * @throws BST044 if it is no expression of RE2, such as one that looks ahead, BST024 if it is empty, above 1024 characters or holds control characters, BST510
   * if it looks like a credential
   */
  public static regex(expression: string): StringMatch {
    return new StringMatch('regex', assertRe2(assertMatchedText(expression, 'the expression', 'StringMatch.regex'), 'StringMatch.regex'));
  }

  private constructor(
    /** How: `exact`, `prefix`, `regex` or `any`. */
    public readonly type: string,
    /** What a text is compared with; empty for any. */
    public readonly text: string,
  ) {
    lockMembers(this);
  }

  /** Whether it takes a text. @internal */
  public _takes(text: string): boolean {
    switch (this.type) {
      case 'exact': return text === this.text;
      case 'prefix': return text.startsWith(this.text);
      case 'regex': return matchesRe2(this.text, text);
      default: return true;
    }
  }

  /** What both take. @internal */
  public _and(other: StringMatch): Meeting<StringMatch> {
    if (this.type === 'any' || this.type === other.type && this.text === other.text) return other;
    if (other.type === 'any') return this;
    if (this.type === 'exact') return other._takes(this.text) ? this : undefined;
    return other.type === 'exact' ? other._and(this) : bothBeginning(this, other);
  }
}

function bothBeginning(one: StringMatch, other: StringMatch): Meeting<StringMatch> {
  if (one.type === 'regex' || other.type === 'regex') return 'unknown';
  if (one.text.startsWith(other.text)) return one;
  return other.text.startsWith(one.text) ? other : undefined;
}

guard('StringMatch', StringMatch);
