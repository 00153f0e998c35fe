import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { PYTHON } from '../../../toolbox/python';
import { AttachedServer } from '../attached-world';
import { ARCHIVE, PICTURES } from './declaration';

const FOLDER = join(WORK, 's3');
const BUCKETS = [ARCHIVE, PICTURES];

/** A SeaweedFS server whose S3 API is at port 443, by TLS; the rest of it at ports that only the run knows. Each user may write below a prefix of its own alone. */
export async function startSeaweedFs(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'data'), { recursive: true });
  const config = join(FOLDER, 's3.json');
  writeFileSync(config, JSON.stringify({ identities: logins.map(identity) }));
  const { keyFile, certificateFile } = await authority.sign(...BUCKETS.flatMap(({ host }) => [host, `*.${host}`]) as [string, ...string[]]);
  const server = RunningProgram.start('seaweedfs', [
    PYTHON.path('bin/weed'), 'server', `-dir=${FOLDER}/data`, '-ip=127.0.0.1', '-ip.bind=127.0.0.1', '-master.telemetry=false', '-volume.max=40', '-master.volumeSizeLimitMB=64',
    '-filer', `-filer.localSocket=${FOLDER}/filer`, '-s3', `-s3.config=${config}`, `-s3.domainName=${BUCKETS.map(({ host }) => host).join(',')}`,
    '-s3.port.https=443', `-s3.key.file=${keyFile}`, `-s3.cert.file=${certificateFile}`, '-s3.iam=false', '-s3.port.iceberg=0', '-s3.port.lance=0',
  ], { env: { ...process.env as Record<string, string>, WEED_MASTER_VOLUME_GROWTH_COPY_1: '1' } });
  await server.ready(hasVolumeServer);
  for (const { name } of BUCKETS) await server.ready(() => holds(name));
  await server.ready(async () => (await fetch('http://127.0.0.1:8333/')).status === 403);
  return server;
}

/** Who asks for a volume before there is somebody to keep it is told of volumes that never come to be. */
async function hasVolumeServer(): Promise<boolean> {
  const { Topology } = await (await fetch('http://127.0.0.1:9333/dir/status')).json() as { Topology: { Max: number } };
  return Topology.Max > 0;
}

/** A bucket is a folder of the filer; that a file stays there shows that there is a volume for it. */
async function holds(bucket: string): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:8888/buckets/${bucket}/of-the-run`, { method: 'PUT', body: bucket })).ok;
}

function identity({ username, password }: Login) {
  const actions = BUCKETS.flatMap(({ name }) => ['Read', 'Write'].map(action => `${action}:${name}/${prefixOf(username)}/*`));
  return { name: username, credentials: [{ accessKey: username, secretKey: password }], actions };
}

/** Where a user's objects are. The programs know it too. */
function prefixOf(username: string): string {
  return createHash('sha256').update(username).digest('hex');
}
