import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s-backing-services';
import { parse, stringify } from 'yaml';
import { byCodePoint } from '../../../build-tools/files';

/** Kubernetes reads YAML 1.1, to which a bare `yes` is no text. */
const READ_BY_KUBERNETES = { version: '1.1' } as const;

/** An object as the YAML holds it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  spec?: any;
  [field: string]: any;
}

/** One YAML document: the bytes that a user gets, and where they are. */
export interface ManifestDocument {
  readonly file: string;
  readonly text: string;
}

/** The YAML that a synthesis wrote, byte for byte. */
export class Manifests {
  /** Synthesizes an app as cdk8s-cli does, and reads the files. */
  public static synthesized(declare: (app: App) => void): Manifests {
    const outdir = mkdtempSync(join(tmpdir(), 'manifests-'));
    try {
      const app = new App({ outdir });
      declare(app);
      app.synth();
      const files = readdirSync(outdir).filter(file => file.endsWith('.k8s.yaml')).sort(byCodePoint);
      return new Manifests(files.flatMap(file => documentsOf(file, readFileSync(join(outdir, file), 'utf8'))));
    } finally {
      rmSync(outdir, { recursive: true });
    }
  }

  private parsed?: readonly Manifest[];

  constructor(public readonly documents: readonly ManifestDocument[]) {}

  /** Every object, in the order of the files. Not to be changed: `changed` makes another. */
  public get objects(): readonly Manifest[] {
    return this.parsed ??= this.documents.map(({ text }) => parse(text) as Manifest);
  }

  public ofKind(kind: string): Manifest[] {
    return this.objects.filter(object => object.kind === kind);
  }

  /** The one object of this kind and name. */
  public get(kind: string, name: string, namespace?: string): Manifest {
    const found = this.ofKind(kind).filter(({ metadata }) => metadata.name === name && (namespace === undefined || metadata.namespace === namespace));
    if (found.length === 1) return found[0];
    throw new Error(`${found.length} objects are ${kind} ${name}; there are ${this.ofKind(kind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).join(', ') || 'none'}`);
  }

  /** The manifests with some objects changed; the documents of the others stay as they are, byte for byte. */
  public changed(change: (manifests: Manifests) => void): Manifests {
    const copy = new Manifests(this.documents);
    change(copy);
    return new Manifests(this.documents.map((document, i) => (
      JSON.stringify(copy.objects[i]) === JSON.stringify(this.objects[i]) ? document
        : { ...document, text: stringify(copy.objects[i], READ_BY_KUBERNETES) })));
  }
}

/** cdk8s separates documents by a line of three dashes; within a document every line is indented or begins with a key. */
function documentsOf(file: string, text: string): ManifestDocument[] {
  return text.split(/^---\n/m).filter(part => part.trim() !== '').map(part => ({ file, text: part }));
}
