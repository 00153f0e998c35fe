import { IConstruct } from 'constructs';
import { guard } from '../private/boundary';
import { noteRenderer } from '../private/rendered-text';
import { TopologyError } from '../private/topology-error';

/**
 * What evaluates the written YAML once more before the API server gets it. Where nothing does, as with `kubectl apply`, Kustomize or a folder of Argo CD,
 * nothing is to be said.
 */
export class ManifestRenderer {
  /**
   * Helm, whoever runs it, Argo CD and Flux among them: what is written becomes `templates` of a Helm chart.
   * Source: https://helm.sh/docs/chart_template_guide/
   */
  public static readonly HELM = new ManifestRenderer('Helm');

  private constructor(
    /** Its name. */
    public readonly name: string,
  ) {}

  /**
   * Declares that it evaluates what is written of a scope: of an App, or of one Chart. What this package puts there, in objects and in pods, then comes out of
   * it as it is meant, the templates of the External Secrets Operator above all. What anybody else writes there is left as it is, so that it may hold actions
   * of its own, such as `{{ .Values.image }}`.
   *
   * @param scope an App or a Chart in which nothing stands yet
   * @throws BST048 if something stands in the scope already
   */
  public renders(scope: IConstruct): void {
    const { path, children } = scope.node;
    if (children.length > 0) {
      throw new TopologyError({
        code: 'BST048',
        path: path || '(root)',
        problem: `${this.name} evaluates what is written of this scope, which was not known when ${children[0].node.path} was declared in it`,
        fix: 'say it before anything is declared in the App or the Chart',
      });
    }
    noteRenderer(scope, this.name);
  }
}

guard('ManifestRenderer', ManifestRenderer);
