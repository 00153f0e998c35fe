import { PinnedTool } from './pinned-tool';
import { PYTHON } from './python';
import { runBuilder } from './run-builder';

/** A client library of Python that is made of libmysqlclient, or here of MariaDB's own; the registry has it as source. */
export const MYSQLCLIENT = new PinnedTool({
  name: 'mysqlclient 2.3.2',
  declaredIn: 'mysqlclient',
  async make(declaration, into) {
    const pip = ['python3', '-m', 'pip', '--disable-pip-version-check', '--quiet', '--python', PYTHON.path('bin/python')];
    await runBuilder([...pip, 'install', '--no-deps', '--target', into, '--requirement', `${declaration}/requirements.txt`]);
  },
  install: 'Python 3.11 with pip, a C compiler and libmariadb-dev',
});
