import { join } from 'node:path';
import { RunningProgram, WORK } from '../harness/process';
import { ETCD } from '../toolbox/kubernetes';

/** etcd's address, on the run's own loopback. */
export const ETCD_URL = 'http://127.0.0.1:2379';

/** The API server's store. It writes to memory, so that it need not wait for a disk. */
export async function startEtcd(): Promise<RunningProgram> {
  const etcd = RunningProgram.start('etcd', [
    ETCD.path('bin/server'), '--data-dir', join(WORK, 'etcd'), '--unsafe-no-fsync', '--listen-client-urls', ETCD_URL, '--advertise-client-urls', ETCD_URL,
    '--listen-peer-urls', 'http://127.0.0.1:2380',
  ]);
  await etcd.ready(async () => (await fetch(`${ETCD_URL}/health`)).ok);
  return etcd;
}
