import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

/** Drivers for Go's database/sql, with a front of our own: environments on standard input, answers on standard output. */
export const SQL_GO = new PinnedTool({
  name: 'drivers of Go for MySQL and PostgreSQL',
  declaredIn: 'sql-go',
  make: (declaration, into) => buildGo(declaration, into, '.'),
  install: GO,
});
