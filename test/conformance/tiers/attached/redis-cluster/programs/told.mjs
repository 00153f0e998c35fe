// What a program is told of a cluster.
import { readFileSync } from 'node:fs';

export function told() {
  const { REDIS_NODES: nodes, REDIS_USER: username, REDIS_PASSWORD: password, REDIS_CA: file } = process.env;
  return { nodes: nodes.split(',').map(node => ({ host: node.replace(/:\d+$/, ''), port: Number(node.replace(/^.*:/, '')) })), username, password, ca: readFileSync(file) };
}

/** Whom all nodes took the client for. */
export const answerOf = users => `${[...new Set(users)].join(' and ')} at ${users.length}`;
