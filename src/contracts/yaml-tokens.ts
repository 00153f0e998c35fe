import { CST, Lexer, Parser } from 'yaml';
import { quote } from '../private/topology-error';
import { ContractBudget, DEEPEST } from './contract-budget';
import { tooDeep } from './contract-data';
import { ContractSubject } from './contract-subject';

/** Measured: the parser spends about five times as long on these as on other tokens. */
const COSTLY = new Set(['{', '[', ':', '-']);
const COSTLY_TOKENS = 5;
const YAML_1_2 = /^%YAML[ \t]+1\.2[ \t]*$/;

/**
 * Cuts the text of one YAML or JSON document into syntax tokens, and gives up as soon as they exceed the budget.
 *
 * The parser of the `yaml` package is fed token by token because its composer, which comes next, is recursive
 * and has no limits of its own.
 */
export function yamlTokens(text: string, subject: ContractSubject, budget: ContractBudget): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    budget.spend('tokens', cost(lexeme), subject);
    for (const token of parser.next(lexeme)) tokens.push(accepted(token, tokens, subject));
    // The document and a scalar stand on the stack too.
    if (parser.stack.length > DEEPEST + 2) throw tooDeep(subject);
  }
  for (const token of parser.end()) tokens.push(accepted(token, tokens, subject));
  return tokens;
}

/** Lines of a long text cost like tokens: the composer handles them one by one. */
function cost(lexeme: string): number {
  let tokens = COSTLY.has(lexeme) ? COSTLY_TOKENS : 1;
  for (let at = lexeme.indexOf('\n'); at !== -1; at = lexeme.indexOf('\n', at + 1)) tokens += 1;
  return tokens;
}

function accepted(token: CST.Token, before: readonly CST.Token[], subject: ContractSubject): CST.Token {
  if (token.type === 'error') {
    throw subject.refusal(`it is neither YAML 1.2 nor JSON: unexpected text at character ${token.offset}`, 'correct the syntax');
  }
  if (token.type === 'directive' && !YAML_1_2.test(token.source)) {
    throw subject.refusal(`the directive ${quote(token.source)} changes how YAML is read: allowed is "%YAML 1.2"`, 'remove it');
  }
  if (token.type === 'document' && before.some(({ type }) => type === 'document')) {
    throw subject.refusal('it holds more than one YAML document: allowed is one', 'give each contract a file of its own, and remove a "---" at the end');
  }
  return token;
}
