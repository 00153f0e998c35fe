import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** A server made of OpenSearch's jars, in `jars/` and `classes/`: its distribution is in no registry. */
export const OPENSEARCH = new PinnedTool({
  name: 'OpenSearch 2.19.6',
  declaredIn: 'opensearch',
  async make(declaration, into) {
    const [jars, classes] = ['jars', 'classes'].map(folder => `${into}/${folder}`);
    await runBuilder(['mvn', '--quiet', '--batch-mode', '--file', `${declaration}/pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]);
    await runBuilder(['javac', '-nowarn', '-d', classes, '-cp', `${jars}/*`, `${declaration}/Server.java`]);
  },
  install: 'a JDK 17 and Maven',
});
