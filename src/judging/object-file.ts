import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';

/**
 * Name of the file that cdk8s writes for one object alone; nothing if the app writes several to a file, or if it does not tell how it writes.
 * Neither the namespace nor the API group is in the name. A chart's folder stands here by the path of the chart: no two charts have one folder, because
 * what is no DNS label by itself, or stands in another construct, has a hash of its path in the name.
 * Source: App.synth of https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/app.ts (names.ts for folders)
 */
export function fileOf(object: ApiObject, outputType: unknown): string | undefined {
  const name = `${object.kind}.${object.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  if (outputType === YamlOutputType.FILE_PER_RESOURCE) return name;
  return outputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE ? `${Chart.of(object).node.path}/${name}` : undefined;
}

/** How an app writes YAML: a member of cdk8s' App that another root of constructs, or another release, may not have. */
export function outputTypeOf(root: IConstruct): unknown {
  return (root as { readonly yamlOutputType?: unknown }).yamlOutputType;
}
