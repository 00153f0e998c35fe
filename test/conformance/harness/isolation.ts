import { spawnSync } from 'node:child_process';
import { Component } from '../toolbox/component';
import { WORK } from './process';

const TEMPORARY = `${WORK}/tmp`;

/**
 * Runs a program in namespaces of its own (user_namespaces(7) and unshare(1)). So whatever it does:
 * - it reaches no other address than its own loopback and the networks that it makes itself;
 * - all its processes end with it (`--kill-child`), also when it is killed;
 * - `/run`, with the names of networks and `TMPDIR`, is its own, in memory: nothing stays behind.
 */
export function runIsolated(program: readonly string[], env: Record<string, string>): number {
  const prepare = `mount -t tmpfs tmpfs /run && mkdir -p ${TEMPORARY} && ip link set lo up && exec "$@"`;
  const args = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--propagation', 'private', 'sh', '-c', prepare, 'sh', ...program];
  const { status, error } = spawnSync('unshare', args, { stdio: 'inherit', env: { ...process.env, ...env, TMPDIR: TEMPORARY } });
  if (error) throw error;
  return status ?? 1;
}

/** The right to make namespaces. */
export const ROOT_RIGHTS: Component = {
  name: 'root',
  present: () => process.getuid?.() === 0,
  install: 'sudo npm run conformance',
};
