import { ApiObject, Chart, Names, YamlOutputType } from 'cdk8s';
import { Document, Synthesis } from './synthesis';

/** A file, relative to the output folder, and what is in it. @internal */
export interface OutputFile {
  readonly name: string;
  /** In order, each rendered when it is asked for. */
  readonly documents: Iterable<Document>;
}

/** How an app writes, and the charts to write, in order. @internal */
export interface Output {
  readonly type: YamlOutputType;
  readonly extension: string;
  readonly charts: readonly Chart[];
}

/** Which object is written to which file, as cdk8s has it. @internal */
export function* outputFiles({ type, extension, charts }: Output, synthesis: Synthesis): Generator<OutputFile> {
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      if (charts.length > 0) yield { name: `app${extension}`, documents: documentsOf(charts, synthesis) };
      return;
    case YamlOutputType.FILE_PER_CHART:
      for (const [i, chart] of charts.entries()) yield { name: nameOf(chart, i, synthesis) + extension, documents: synthesis.documentsOf(chart) };
      return;
    case YamlOutputType.FILE_PER_RESOURCE:
      for (const document of documentsOf(charts, synthesis)) if (document !== undefined) yield perResource(document, extension, [document]);
      return;
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      for (const [i, chart] of charts.entries()) yield* folder(chart, nameOf(chart, i, synthesis), extension, synthesis);
  }
}

function* folder(chart: Chart, name: string, extension: string, synthesis: Synthesis): Generator<OutputFile> {
  for (const object of synthesis.objectsOf(chart)) {
    // Rendered first: an object of ours whose metadata somebody has asked for takes longer.
    const document = object.toJson();
    const file = perResource(object, extension, [document]);
    yield { ...file, name: `${name}/${file.name}` };
  }
}

/** The folders that there are even if nothing is in them. @internal */
export function outputFolders({ type, charts }: Output, synthesis: Synthesis): string[] {
  return type === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE ? charts.map((chart, i) => nameOf(chart, i, synthesis)) : [];
}

/** The objects of several charts. @internal */
export function* documentsOf(charts: readonly Chart[], synthesis: Synthesis): Generator<Document> {
  for (const chart of charts) yield* synthesis.documentsOf(chart);
}

function perResource({ kind, metadata: { name } }: Pick<ApiObject, 'kind' | 'metadata'>, extension: string, documents: Iterable<Document>): OutputFile {
  return { name: `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '') + extension, documents };
}

function nameOf(chart: Chart, position: number, { isNumbered }: Synthesis): string {
  const label = Names.toDnsLabel(chart);
  return isNumbered ? `${String(position).padStart(4, '0')}-${label}` : label;
}
