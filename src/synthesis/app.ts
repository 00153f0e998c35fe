import { ApiObject, App as StockApp, AppProps, Chart } from 'cdk8s';
import { acceptArguments, guard } from '../private/boundary';
import { CDK8S_SETTINGS } from '../private/cdk8s-settings';
import { StagedFiles } from '../private/staged-files';
import { documentsText } from './document-text';
import { outputFiles, outputFolders } from './output-files';
import { Synthesis } from './synthesis';
import { Tree } from './tree';
import { assertValid } from './validation';

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
   * @throws Error if a construct of the app is not valid, or constructs depend on each other
   */
  public static manifestsOf(chart: Chart): any[] {
    const tree = new Tree(chart.node.root);
    const synthesis = new Synthesis(tree);
    assertValid(tree);
    return synthesis.objectsOf(chart).map(object => object.toJson());
  }

  private readonly recordsMetadata: boolean;

  /** @param props those of cdk8s */
  constructor(props: AppProps = {}) {
    acceptArguments('new App', [props]);
    super(props);
    this.recordsMetadata = props.recordConstructMetadata ?? CDK8S_SETTINGS.recordsMetadata;
  }

  /**
   * Writes the YAML of all charts into the output folder.
   *
   * @throws Error if a construct is not valid, or constructs depend on each other
   */
  public override synth(): void {
    StagedFiles.write(this.outdir, files => {
      const tree = new Tree(this);
      assertValid(tree);
      const synthesis = new Synthesis(tree);
      files.addFolder('.');
      for (const folder of outputFolders(this.yamlOutputType, synthesis)) files.addFolder(folder);
      for (const { name, documents } of outputFiles(this.yamlOutputType, this.outputFileExtension, synthesis)) {
        files.add(name, documentsText(documents));
      }
      if (this.recordsMetadata) files.add('construct-metadata.json', constructMetadata(synthesis));
    });
  }

  /**
   * The YAML of all charts as one text.
   *
   * @throws Error if a construct is not valid, or constructs depend on each other
   */
  public override synthYaml(): string {
    const tree = new Tree(this);
    const synthesis = new Synthesis(tree);
    assertValid(tree);
    return documentsText(synthesis.documents());
  }
}

guard('App', App);

/** Which construct each object comes of, as cdk8s tells it. */
function constructMetadata(synthesis: Synthesis): string {
  const objects = synthesis.charts.flatMap(chart => synthesis.objectsOf(chart));
  return JSON.stringify({ version: '1.0.0', resources: Object.fromEntries(objects.map((object: ApiObject) => [object.name, { path: object.node.path }])) });
}
