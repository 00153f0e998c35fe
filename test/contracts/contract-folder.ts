import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { ContractBudget } from '../../src/contracts/contract-budget';
import { Data } from '../../src/contracts/contract-data';
import { ContractSubject } from '../../src/contracts/contract-subject';
import { yamlData } from '../../src/contracts/yaml-data';
import { yamlTokens } from '../../src/contracts/yaml-tokens';
import { TopologyError } from '../../src/private/topology-error';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, removed after the test; the answer is its path. */
export function contractFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The path of a new file of this content, alone in its folder. */
export function contractFile(content: string | Uint8Array, name = 'api.yaml'): string {
  return join(contractFolder({ [name]: content }), name);
}

export const SUBJECT = new ContractSubject('api.yaml');

/** The data of a YAML or JSON text that is within all limits. */
export function data(text: string): Data {
  return yamlData(yamlTokens(text, SUBJECT, new ContractBudget()), text, SUBJECT);
}

/** The message of the BST710 that the call must throw. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(TopologyError);
    expect((error as TopologyError).code).toBe('BST710');
    return (error as TopologyError).message;
  }
  throw new Error('nothing was refused');
}
