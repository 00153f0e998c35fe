import { Chart, Names, YamlOutputType } from 'cdk8s';
import { Document, Synthesis } from './synthesis';

/** A file, relative to the output folder, and what is in it. @internal */
export interface OutputFile {
  readonly name: string;
  /** In order, each rendered when it is asked for. */
  readonly documents: Iterable<Document>;
}

/** Which object is written to which file, as cdk8s has it. @internal */
export function* outputFiles(type: YamlOutputType, extension: string, synthesis: Synthesis): Generator<OutputFile> {
  const { charts } = synthesis;
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      if (charts.length > 0) yield { name: `app${extension}`, documents: synthesis.documents() };
      return;
    case YamlOutputType.FILE_PER_CHART:
      for (const [i, chart] of charts.entries()) yield { name: nameOf(chart, i, synthesis) + extension, documents: synthesis.documentsOf(chart) };
      return;
    case YamlOutputType.FILE_PER_RESOURCE:
      yield* perResource(synthesis.documents(), '', extension);
      return;
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      for (const [i, chart] of charts.entries()) yield* perResource(synthesis.objectsOf(chart).map(object => object.toJson()), `${nameOf(chart, i, synthesis)}/`, extension);
  }
}

/** The folders that there are even if nothing is in them. @internal */
export function outputFolders(type: YamlOutputType, synthesis: Synthesis): string[] {
  return type === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE ? synthesis.charts.map((chart, i) => nameOf(chart, i, synthesis)) : [];
}

function* perResource(documents: Iterable<Document>, folder: string, extension: string): Generator<OutputFile> {
  for (const document of documents) {
    if (document === undefined) continue;
    const name = `${document.kind}.${document.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
    yield { name: `${folder}${name}${extension}`, documents: [document] };
  }
}

function nameOf(chart: Chart, position: number, { isNumbered }: Synthesis): string {
  const label = Names.toDnsLabel(chart);
  return isNumbered ? `${String(position).padStart(4, '0')}-${label}` : label;
}
