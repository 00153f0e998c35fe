import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../../build-tools/files';
import { Component } from './component';

/** Where built tools are kept, for every clone of the repository. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-backing-services', 'conformance');

/** What the folders of tools/ declare, with exact versions. */
const DECLARATIONS = join(__dirname, '../tools');

/** How a tool comes from its declaration. */
export interface PinnedToolProps {
  /** With its version. */
  readonly name: string;
  /** The folder below tools/ that declares it. */
  readonly declaredIn: string;
  /** Builds it; raise `revision` when this changes. */
  readonly make: (declaration: string, into: string) => Promise<void>;
  /** @default 1 */
  readonly revision?: number;
  /** What must be on the machine to build it. */
  readonly install: string;
}

/** A tool that is declared by pinned package files, and built once into a cache that is keyed by them. */
export class PinnedTool implements Component {
  public readonly name: string;
  public readonly install: string;
  private readonly folder: string;

  constructor(private readonly props: PinnedToolProps) {
    this.name = props.name;
    this.install = props.install;
    this.folder = join(CACHE, `${props.declaredIn}-${this.key()}`);
  }

  /** A file of the built tool. */
  public path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  public present(): boolean {
    return existsSync(this.folder);
  }

  /** Whole or not at all: a build that fails leaves nothing that looks built. */
  public async build(): Promise<void> {
    mkdirSync(dirname(this.folder), { recursive: true });
    const into = mkdtempSync(`${this.folder}.building-`);
    try {
      await this.props.make(join(DECLARATIONS, this.props.declaredIn), into);
      renameSync(into, this.folder);
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  }

  private key(): string {
    const { declaredIn, revision = 1 } = this.props;
    const hash = createHash('sha256').update(JSON.stringify([revision, process.platform, process.arch]));
    for (const file of filesBelow(join(DECLARATIONS, declaredIn), '')) hash.update(`${file}\0`).update(readFileSync(join(DECLARATIONS, declaredIn, file)));
    return hash.digest('hex').slice(0, 16);
  }
}
