import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { IncomingMessage, request, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { OPENSEARCH } from '../../../toolbox/opensearch';
import { AttachedServer } from '../attached-world';
import { HOST, PORT } from './declaration';

const FOLDER = join(WORK, 'opensearch');
const BEHIND = 9200;

/** OpenSearch behind a proxy that knows its users: the plugin that does both is in no registry. A user may touch the document of its own name alone. */
export async function startOpenSearch(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const node = RunningProgram.start('opensearch', [
    'java', '-Xmx512m', '-cp', `${OPENSEARCH.path('classes')}:${OPENSEARCH.path('jars')}/*`, 'Server', FOLDER, String(BEHIND),
  ]);
  await node.ready(async () => (await fetch(`http://127.0.0.1:${BEHIND}/_cluster/health?wait_for_status=yellow`)).ok, 180_000);
  const { keyFile, certificateFile } = await authority.sign(HOST);
  const passwords = new Map(logins.map(({ username, password }) => [username, password]));
  const proxy = createServer({ key: readFileSync(keyFile), cert: readFileSync(certificateFile) }, (asked, answer) => admit(passwords, asked, answer));
  await new Promise<void>(resolve => proxy.listen(PORT, '127.0.0.1', resolve));
  return { stop: () => stopBoth(proxy, node) };
}

/** Where a user's document is. The programs know it too. */
function documentOf(username: string): string {
  return `/notes/_doc/${createHash('sha256').update(username).digest('hex')}`;
}

function admit(passwords: ReadonlyMap<string, string>, asked: IncomingMessage, answer: ServerResponse): void {
  const user = userOf(asked.headers.authorization, passwords);
  if (user === undefined) return refuse(answer, 401);
  if (new URL(asked.url!, 'http://any').pathname !== documentOf(user)) return refuse(answer, 403);
  const { authorization, ...headers } = asked.headers;
  const passed = request({ host: '127.0.0.1', port: BEHIND, method: asked.method, path: asked.url, headers }, response => {
    answer.writeHead(response.statusCode!, response.headers);
    response.pipe(answer);
  });
  passed.on('error', () => refuse(answer, 502));
  asked.pipe(passed);
}

/** Who a request is of, if the password is right. Source: RFC 7617, with the charset UTF-8 */
function userOf(authorization: string | undefined, passwords: ReadonlyMap<string, string>): string | undefined {
  const [, base64 = ''] = /^Basic (.*)$/.exec(authorization ?? '') ?? [];
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(base64, 'base64').toString()) ?? [];
  const [known, given] = [passwords.get(user), password].map(text => createHash('sha256').update(text ?? '').digest());
  return passwords.has(user) && timingSafeEqual(known, given) ? user : undefined;
}

function refuse(answer: ServerResponse, status: number): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'refused', status }));
}

async function stopBoth(proxy: Server, node: RunningProgram): Promise<void> {
  proxy.closeAllConnections();
  proxy.close();
  await node.stop();
}
