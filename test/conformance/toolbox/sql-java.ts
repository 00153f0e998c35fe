import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PinnedTool } from './pinned-tool';
import { runBuilder } from './run-builder';

/** Drivers of JDBC and R2DBC, as jars in `jars/`, with programs of our own in `classes/`: environments on standard input, answers on standard output. */
export const SQL_JAVA = new PinnedTool({
  name: 'drivers of Java for MySQL, MariaDB and PostgreSQL',
  declaredIn: 'sql-java',
  async make(declaration, into) {
    const sources = readdirSync(declaration).filter(file => file.endsWith('.java')).map(file => join(declaration, file));
    await runBuilder(['mvn', '--quiet', '--batch-mode', '--file', `${declaration}/pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${into}/jars`]);
    await runBuilder(['javac', '-d', `${into}/classes`, '-cp', `${into}/jars/*`, ...sources]);
  },
  install: 'JDK 17 and Maven',
});
