import { join } from 'node:path';
import { SQL_GO } from '../toolbox/sql-go';
import { SQL_JAVA } from '../toolbox/sql-java';
import { Client, program } from './client';

/** A JVM for programs that run once. */
const JAVA = ['java', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', `${SQL_JAVA.path('classes')}:${SQL_JAVA.path('jars')}/*`];

/** The driver that takes the URL. It is asked with the variables of URL, user and password, and the question. */
export const jdbc = (library: string): Client => program(library, ...JAVA, 'Jdbc');

/** The driver that takes the URL. It is asked with the variables of URL, user and password, and the question. */
export const r2dbc = (library: string): Client => program(library, ...JAVA, 'R2dbc');

/** A driver of database/sql, by the name that it registers. It is asked with the variable of its data source name, and the question. */
export const databaseSql = (library: string, driver: string): Client => program(library, SQL_GO.path('bin/sql-go'), driver);

/** Of Ruby on Rails, with a client library that Debian has. It is asked with the variable of its URL, and the question. */
export const activeRecord = (library: string): Client => program(library, 'ruby', join(__dirname, 'active-record.rb'));
