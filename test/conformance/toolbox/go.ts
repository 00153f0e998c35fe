import { runBuilder } from './run-builder';

/** What a Go build needs. */
export const GO = 'Go 1.26, with its module proxy';

/** Builds the programs that a go.mod lists as tools, or the program beside it. */
export async function buildGo(declaration: string, into: string, what: 'tool' | '.', ldflags = ''): Promise<void> {
  await runBuilder(['go', 'install', '-trimpath', '-ldflags', `-s -w ${ldflags}`, what], { cwd: declaration, env: { GOBIN: `${into}/bin`, GOFLAGS: '-mod=readonly' } });
}

/** The folder that holds a module's source, fetched if need be. */
export async function moduleFolder(declaration: string, module: string): Promise<string> {
  await runBuilder(['go', 'mod', 'download', module], { cwd: declaration });
  return (await runBuilder(['go', 'list', '-m', '-f', '{{.Dir}}', module], { cwd: declaration })).trim();
}
