import { join } from 'node:path';
import { Client, node, python } from '../../clients/client';

const PROGRAMS = join(__dirname, 'programs');
const ofPython = (library: string, file: string): Client => python(library, join(PROGRAMS, file));
const ofNode = (library: string, file: string): Client => node(library, join(PROGRAMS, file));

export const REDIS_PY = ofPython('redis-py', 'redis-client.py');
export const REDIS_PY_BY_PARTS = ofPython('redis-py', 'redis-parts.py');
export const IOREDIS = ofNode('ioredis', 'ioredis-client.mjs');
