import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestRenderer } from 'cdk8s-backing-services';
import { parseAllDocuments } from 'yaml';
import { declareAll } from '../../fixtures/all';
import { Manifest, Manifests } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { output, WORK } from '../../harness/process';
import { Row } from '../../harness/row';
import { HELM } from '../../toolbox/helm';
import { AcceptedWorld } from './accepted-world';

/** What is written for Helm is, once Helm has evaluated it, what is written for nobody. */
export const RENDERED_BY_HELM: Row<AcceptedWorld> = {
  behaviour: 'text that Helm would take for an action is given back by it as it is written without it',
  async observe({ outcomes }) {
    const written = Manifests.synthesized(app => {
      ManifestRenderer.HELM.renders(app);
      declareAll(app);
    });
    const escaped = written.documents.filter(({ text }) => text.includes('{{`')).length;
    const actions = outcomes.filter(({ document }) => document.text.includes('{{')).map(({ object }) => object);
    const rendered = new Set((await renderedByHelm(written)).map(canonical));
    const lost = actions.filter(object => !rendered.has(canonical(object)));
    return {
      seen: lost.length === 0 ? `${escaped} objects of ${rendered.size}, the others as they are` : lost.map(({ kind, metadata: { name } }) => `${kind} ${name}`).join('\n'),
      holds: lost.length === 0 && escaped > 0 && escaped === actions.length,
    };
  },
  brokenBy: mutate({ kind: 'ExternalSecret', name: 'archivist-archive', namespace: 'archive' }, 'another template', ({ spec }) => {
    spec.target.template.data.uri = `${spec.target.template.data.uri} `;
  }),
};

async function renderedByHelm({ documents }: Manifests): Promise<Manifest[]> {
  const chart = join(WORK, 'helm-chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: written\nversion: 1.0.0\n');
  writeFileSync(join(chart, 'templates', 'all.yaml'), documents.map(({ text }) => text).join('---\n'));
  const text = await output([HELM.path('bin/helm'), 'template', 'release', chart]);
  return parseAllDocuments(text).map(document => document.toJS() as Manifest | null).filter(object => object !== null);
}

function canonical(object: Manifest): string {
  return JSON.stringify(object);
}
