import { ContractBudget } from './contract-budget';
import { assertContractData, Data } from './contract-data';
import { ContractSubject } from './contract-subject';
import { readText } from './file-text';
import { yamlData } from './yaml-data';
import { yamlTokens } from './yaml-tokens';

/** A file of a contract, from the path that is opened to the words of a refusal. @internal */
export interface DocumentFile {
  /** What is opened. */
  readonly path: string;
  /** Path relative to the contract's folder, from which its `$ref`s start. */
  readonly name: string;
  readonly subject: ContractSubject;
}

/** Reads a file into plain data; throws BST710 unless it is one harmless YAML or JSON document. */
export function loadDocument({ path, name, subject }: DocumentFile, budget: ContractBudget): Data {
  const text = readText(path, subject, budget);
  const data = yamlData(yamlTokens(text, subject, budget), text, subject);
  assertContractData(data, name, subject, budget);
  return data;
}
