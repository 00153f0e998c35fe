import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** Envoy and the client libraries of our examples' programs, in a virtual environment. */
export const PYTHON = new PinnedTool({
  name: 'Python clients and Envoy 1.40.0',
  declaredIn: 'python',
  async make(declaration, into) {
    await runBuilder(['python3', '-m', 'venv', '--without-pip', into]);
    await runBuilder(['python3', '-m', 'pip', '--disable-pip-version-check', '--quiet', '--python', `${into}/bin/python`, 'install', '--requirement', `${declaration}/requirements.txt`]);
  },
  install: 'Python 3.11 with venv and pip',
});
