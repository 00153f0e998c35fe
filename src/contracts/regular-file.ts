import { closeSync, openSync, readSync, statSync } from 'fs';
import { ContractReading } from './contract-reading';

const REASONS = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EACCES', 'reading it is not permitted'],
  ['EPERM', 'reading it is not permitted'],
  ['ELOOP', 'its symbolic links form a loop'],
  ['ENAMETOOLONG', 'its path is too long'],
]);

/** Reads a regular file as UTF-8; throws BST710 if there is none or the contract may not cost its size. */
export function readText(path: string, reading: ContractReading): string {
  const bytes = readBytes(path, reading);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw reading.refusal('its bytes are not UTF-8 text', reading.form.file);
  }
}

/** Reads a regular file; throws BST710 if there is none or the contract may not cost its size. */
export function readBytes(path: string, reading: ContractReading): Uint8Array {
  // Before the file is opened: opening a pipe would wait for a writer, opening a device may act.
  const stat = withReason(reading, () => statSync(path));
  if (!stat.isFile()) throw reading.refusal(`it is ${stat.isDirectory() ? 'a folder' : 'a device, pipe or socket'}, not a regular file`, reading.form.file);
  reading.spend('bytes', stat.size);
  return withReason(reading, () => readUpTo(stat.size, path));
}

/** Runs file system calls; turns their error, which names paths of this machine, into a refusal that does not. */
export function withReason<T>(reading: ContractReading, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = codeOf(error);
    throw reading.refusal(REASONS.get(code) ?? `it cannot be read: ${code}`, reading.form.file);
  }
}

/** Never more than was paid for, even if the file grows meanwhile. */
function readUpTo(size: number, path: string): Uint8Array {
  const bytes = new Uint8Array(size);
  const descriptor = openSync(path, 'r');
  try {
    let length = 0;
    for (let count = -1; count !== 0; length += count) {
      count = readSync(descriptor, bytes, length, size - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** By shape, not by class: errors of Node's core may stem from another realm. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
