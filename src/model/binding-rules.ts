import { namesSecret, writtenSecret } from '../private/literal-secret';
import { survivesYaml } from '../private/manifest-text';
import { assertName, NameRule } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BindingEntry } from './binding-entry';
import { BindingValue } from './binding-value';
import { Credential } from './credential';

const ROLE: NameRule = {
  what: 'a role of a binding',
  pattern: /^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  longest: 63,
  allowed: 'lower-case letters and digits, in words joined by "-", a letter first, at most 63 characters; not "constructor"',
};

const VARIABLE: NameRule = {
  what: 'the last part of a variable',
  pattern: /^[A-Z][A-Z0-9_]*$/,
  longest: 63,
  allowed: 'upper-case letters, digits and "_", a letter first, at most 63 characters',
};

/**
 * A file of a binding is a key of a Secret somewhere, and neither leaves its folder nor is one of the two that every binding has; besides, cdk8s
 * cannot render a key `constructor`.
 */
const FILE: NameRule = {
  what: 'a file of a binding',
  pattern: /^(?!\.|type$|provider$|constructor$)[-._a-zA-Z0-9]+$/,
  longest: 128,
  allowed: 'letters, digits, "-", "_" and ".", no "." first, at most 128 characters; not "type", "provider" or "constructor"',
};

/** A file with a text is an annotation of the pod, whose name is shorter. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/ */
const FILE_WITH_TEXT: NameRule = {
  what: 'a file of a binding with a text in it, which an annotation carries',
  pattern: /^(?!(type|provider|constructor)$)[a-zA-Z0-9]([-._a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  longest: 63,
  allowed: 'letters, digits, "-", "_" and ".", a letter or digit first and last, at most 63 characters; not "type", "provider" or "constructor"',
};

/** Throws BST801 if a role cannot be named so. */
export function assertRole(role: string, path: string): string {
  return assertName(ROLE, role, path);
}

/**
 * Holds what a kind tells its consumers to what a container can be given, whoever wrote the kind.
 *
 * Throws BST801 if a role, variable or file cannot be named so, BST019 if two entries have one role, variable or file, a credential stands in one
 * although the provider gives no login, or YAML would carry another text than a value's; BST510 if a text has the name of a secret.
 */
export function assertEntries(entries: BindingEntry[], path: string, hasLogin: boolean): BindingEntry[] {
  const [roles, variables, files] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const claim = (taken: Set<string>, what: string, rule: NameRule, name: string | undefined) => {
    if (name === undefined) return;
    assertName(rule, name, path);
    if (taken.has(name)) throw twoEntries(`${what} ${quote(name)}`, path);
    taken.add(name);
  };
  for (const { role, value, variable, file, fileVariable } of entries) {
    claim(roles, 'the role', ROLE, role);
    claim(variables, 'the variable', VARIABLE, variable);
    claim(variables, 'the variable', VARIABLE, fileVariable);
    claim(files, 'the file', value.holdsSecret ? FILE : FILE_WITH_TEXT, file);
    if (fileVariable !== undefined && file === undefined) throw unnamed(role, fileVariable, path);
    if (!isCarried(value)) throw lost(role, path);
    if (value.text) assertNamesNoSecret({ role, variable, file }, path);
    if (!hasLogin && value.holdsSecret) throw secretOfNobody(role, path);
  }
  return entries;
}

/**
 * Throws BST019 if a credential has secret parts and no entry tells any: its consumer would knock without it. The authority of a server is none of them,
 * because nobody enters with it.
 */
export function assertEntered(entries: readonly BindingEntry[], { parts }: Credential, path: string): void {
  const due = Object.keys(parts).filter(name => name !== 'ca' && parts[name].literal === undefined);
  if (due.length === 0 || entries.some(({ value }) => value.holdsSecret)) return;
  throw new TopologyError({
    code: 'BST019',
    path,
    problem: `the login gives a credential of ${listed(due)}, and no entry of the binding tells any of it`,
    fix: 'tell its parts in bind(), as BindingValue.secret(request.credential, part), or give the Provision no login',
  });
}

/** Throws BST510 if what names a text says that it is a secret. */
function assertNamesNoSecret(names: Pick<BindingEntry, 'role' | 'variable' | 'file'>, path: string): void {
  for (const [what, name] of Object.entries(names)) {
    if (name !== undefined && namesSecret(name)) throw writtenSecret(`the ${what}`, name, path);
  }
}

/** Whether YAML carries what is known of a value as it is. */
export function isCarried(value: BindingValue): boolean {
  const { text } = value;
  return text === undefined ? value.parts.every(({ literal }) => literal === undefined || survivesYaml(literal)) : survivesYaml(text);
}

function lost(role: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST019',
    path,
    problem: `the text of the entry ${quote(role)} is none that YAML carries as it is (not repeated here)`,
    fix: 'give printable text on one line in bind(), or keep it in a store or a Secret',
  });
}

function secretOfNobody(role: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST019',
    path,
    problem: `the entry ${quote(role)} holds a credential, but the provider of the service gives no login`,
    fix: 'give the Provision a login with that credential',
  });
}

function twoEntries(what: string, path: string): TopologyError {
  return new TopologyError({ code: 'BST019', path, problem: `two entries of the binding have ${what}`, fix: 'give each entry of bind() its own' });
}

function unnamed(role: string, variable: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST019',
    path,
    problem: `the entry ${quote(role)} has a variable ${quote(variable)} for the path of its file, but no file`,
    fix: 'give the entry of bind() a file',
  });
}
