import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifests } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { WORK } from '../../harness/process';
import { Row } from '../../harness/row';
import { analyze } from '../../systems/istioctl';
import { Defect, DEFECTS } from './defects';
import { UnderstoodWorld } from './understood-world';

/** A check of this library is right if Istio agrees that there is something wrong. */
export const DEFECTS_REFUSED: Row<UnderstoodWorld> = {
  behaviour: 'what istioctl analyze finds in broken YAML is refused before there is any YAML',
  async observe({ manifests, server }) {
    const findings = await analyze(server.kubeconfig(), [brokenFile(manifests)]);
    const wrong = DEFECTS.flatMap(defect => {
      const { what, finding, object: { kind, namespace, name }, refusal } = defect;
      const isFound = findings.some(({ code, object }) => code === finding && object === `${kind} ${namespace}/${name}`);
      const answer = answerTo(defect);
      return [...isFound ? [] : [`istioctl does not find ${finding}: ${what}`], ...answer.includes(refusal) ? [] : [`${what} is not refused with ${refusal}: ${answer}`]];
    });
    const pairs = DEFECTS.map(({ what, finding, refusal }) => `${what} (${finding}, ${refusal})`).join(', ');
    return { seen: wrong.length === 0 ? pairs : wrong.join('\n'), holds: wrong.length === 0 };
  },
  brokenBy: mutate({ kind: 'DestinationRule', name: 'reviews', namespace: 'books' }, 'a version more, with the pods of another', ({ spec }) => {
    spec.subsets.push({ ...spec.subsets[0], name: 'v3' });
  }),
};

/** The objects that are broken; everything else is in the cluster. */
function brokenFile(manifests: Manifests): string {
  const broken = manifests.changed(copy => {
    for (const { object: { kind, name, namespace }, breakIt } of DEFECTS) breakIt(copy.get(kind, name, namespace));
  });
  const file = join(WORK, 'broken.yaml');
  writeFileSync(file, broken.documents.filter(document => !manifests.documents.includes(document)).map(({ text }) => text).join('---\n'));
  return file;
}

/** What this library says to a declaration of the defect. */
function answerTo({ declare }: Defect): string {
  try {
    declare();
    return 'it is accepted';
  } catch (error) {
    return (error as Error).message;
  }
}
