// What a program is told of servers that sentinels watch.
import { readFileSync } from 'node:fs';

export function told(prefix) {
  const of = name => process.env[`${prefix}_${name}`];
  return {
    sentinels: of('SENTINELS').split(',').map(node => ({ host: node.replace(/:\d+$/, ''), port: Number(node.replace(/^.*:/, '')) })),
    name: of('SENTINEL_MASTER'),
    database: Number(of('DATABASE')),
    tls: of('SSL') === 'true' ? { ca: readFileSync(of('CA_FILE')) } : undefined,
    servers: { username: of('USERNAME'), password: of('PASSWORD') },
    watchers: { username: of('SENTINEL_USERNAME'), password: of('SENTINEL_PASSWORD') },
  };
}

/** Whom the master took the client for, and in which database it works. */
export async function answerOf(send) {
  const [user, info] = [await send('ACL', 'WHOAMI'), await send('CLIENT', 'INFO')];
  return `${user} in ${/ db=(\d+)/.exec(info)[1]}`;
}
