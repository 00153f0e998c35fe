import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { OPEN_API } from '../../src/contracts/contract-form';
import { ContractReading } from '../../src/contracts/contract-reading';
import { Data, readDocument } from '../../src/contracts/yaml-document';
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

/** A new reading, which has cost nothing yet. */
export function reading(form = OPEN_API): ContractReading {
  return new ContractReading('api.yaml', form);
}

/** The data of a YAML or JSON text, read as `api.yaml`. */
export function data(text: string): Data {
  return readDocument(text, 'api.yaml', reading());
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
