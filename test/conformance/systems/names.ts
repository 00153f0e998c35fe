import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, WORK } from '../harness/process';

const HOSTS = join(WORK, 'hosts');
const MACHINE = join(WORK, 'hosts-of-the-machine');

const addresses = new Map<string, string>();

/**
 * Stands in for the cluster's DNS: makes names lead to an address, for every program of the run; a name that led elsewhere no longer
 * does. The file lies over `/etc/hosts` in the run's own mount namespace; the machine's file stays as it is.
 */
export async function resolve(address: string, names: readonly string[]): Promise<void> {
  if (!existsSync(HOSTS)) {
    mkdirSync(WORK, { recursive: true });
    copyFileSync('/etc/hosts', MACHINE);
    copyFileSync(MACHINE, HOSTS);
    await output(['mount', '--bind', HOSTS, '/etc/hosts']);
  }
  const before = hosts();
  for (const name of names) addresses.set(name, address);
  if (hosts() !== before) writeFileSync(HOSTS, readFileSync(MACHINE, 'utf8') + hosts());
}

/** Whether a name was made to lead anywhere. */
export function isResolved(name: string): boolean {
  return addresses.has(name);
}

function hosts(): string {
  return [...addresses].map(([name, address]) => `${address} ${name}\n`).join('');
}
