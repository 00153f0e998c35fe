import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { instrument } from './instrument';

const tool = createHash('sha256');
for (const file of readdirSync(__dirname).filter(name => name.endsWith('.ts')).sort()) tool.update(readFileSync(join(__dirname, file)));
const TOOL = tool.digest('hex');

/** What jest asks to compile the files of src with. */
export default {
  process: (text: string, path: string) => ({ code: instrument(relative(join(__dirname, '../..'), path), text).code }),
  getCacheKey: (text: string, path: string) => createHash('sha256').update(`${TOOL}\0${path}\0`).update(text).digest('hex'),
};
