import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** The broker and its tools, as jars in `jars/`. */
export const KAFKA = new PinnedTool({
  name: 'Apache Kafka 4.3.0',
  declaredIn: 'kafka',
  async make(declaration, into) {
    await runBuilder(['mvn', '--quiet', '--batch-mode', '--file', `${declaration}/pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${into}/jars`]);
  },
  install: 'Java 17 and Maven',
});
