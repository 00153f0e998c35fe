import { App as StockApp, AppProps, Chart } from 'cdk8s';
import { acceptArguments, guard } from '../private/boundary';
import { CDK8S_SETTINGS } from '../private/cdk8s-settings';
import { StagedFiles } from '../private/staged-files';
import { TopologyError } from '../private/topology-error';
import { UnwritableFile } from '../private/unwritable-file';
import { documentsText } from './document-text';
import { documentsOf, outputFiles, outputFolders } from './output-files';
import { rendersItself, Synthesis } from './synthesis';
import { Tree } from './tree';
import { validTree } from './validation';

/**
 * The App of cdk8s, in whose place it stands: the same files, byte for byte, in less time. It reads the constructs once, asks each once whether it is valid,
 * and orders objects in the time that it takes to look at them, however many charts there are and whatever depends on what.
 *
 * Nothing is written if anything fails, and no file that would not change.
 */
export class App extends StockApp {
  /**
   * The objects of a chart as `Testing.synth(chart)` of cdk8s gives them, for snapshot tests.
   *
   * @param chart a chart of any App
   * @throws Error if a construct of the app is not valid; BST041 if constructs of the chart depend on each other
   */
  public static manifestsOf(chart: Chart): any[] {
    return rendersItself(chart) ? chart.toJson() : [...validSynthesis(chart.node.root as StockApp).documentsOf(chart)];
  }

  readonly #recordsMetadata: boolean;

  /**
   * @param props those of cdk8s, with its defaults: the folder `dist`, a file `.k8s.yaml` for each chart
   * @throws BST021 if `props` is no object
   */
  constructor(props: AppProps = {}) {
    acceptArguments('new App', [props]);
    super(props);
    this.#recordsMetadata = props.recordConstructMetadata ?? CDK8S_SETTINGS.recordsMetadata;
  }

  /**
   * The charts of the app, each behind those that it depends on: charts within it, and those of whatever its constructs depend on.
   *
   * @throws BST041 if constructs depend on each other
   */
  public override get charts(): Chart[] {
    return new Synthesis(new Tree(this)).charts();
  }

  /**
   * Writes the YAML of all charts into the output folder.
   *
   * @throws Error if a construct is not valid; BST041 if constructs depend on each other; BST042 if a file cannot be written
   */
  public override synth(): void {
    try {
      StagedFiles.write(this.outdir, files => addFiles(this, files, this.#recordsMetadata));
    } catch (error) {
      throw UnwritableFile.isUnwritableFile(error) ? unwritable(error) : error;
    }
  }

  /**
   * The YAML of all charts as one text.
   *
   * @throws Error if a construct is not valid; BST041 if constructs depend on each other
   */
  public override synthYaml(): string {
    const synthesis = validSynthesis(this);
    return documentsText(documentsOf(chartsOf(this, synthesis), synthesis));
  }
}

guard('App', App);

function addFiles(app: App, files: StagedFiles, recordsMetadata: boolean): void {
  const synthesis = new Synthesis(validTree(app));
  const output = { type: app.yamlOutputType, extension: app.outputFileExtension, charts: chartsOf(app, synthesis) };
  for (const folder of outputFolders(output, synthesis)) files.addFolder(folder);
  for (const { name, documents } of outputFiles(output, synthesis)) files.add(name, documentsText(documents));
  if (recordsMetadata) files.add('construct-metadata.json', constructMetadata(output.charts, synthesis));
}

/** Where cdk8s says both, a dependency that leads outside of charts comes before what is not valid, but for files. */
function validSynthesis(app: StockApp): Synthesis {
  new Synthesis(new Tree(app));
  return new Synthesis(validTree(app));
}

/** A class of the user may leave charts out. */
function chartsOf(app: App, synthesis: Synthesis): Chart[] {
  for (let at: object = app; at !== App.prototype; at = Object.getPrototypeOf(at) as object) if (Object.hasOwn(at, 'charts')) return app.charts;
  return synthesis.charts();
}

/** Which construct each object comes of, as cdk8s tells it. */
function constructMetadata(charts: readonly Chart[], synthesis: Synthesis): string {
  const objects = charts.flatMap(chart => synthesis.objectsOf(chart));
  return JSON.stringify({ version: '1.0.0', resources: Object.fromEntries(objects.map(object => [object.name, { path: object.node.path }])) });
}

function unwritable({ message }: UnwritableFile): TopologyError {
  return new TopologyError({
    code: 'BST042', path: '(app)', problem: message, fix: 'take away what is in its place, let the folder be written to, or give the app another outdir',
  });
}
