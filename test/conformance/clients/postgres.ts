import { join } from 'node:path';
import { node, python } from './client';

const PROGRAMS = join(__dirname, 'postgres');

/** Clients of PostgreSQL that are told a URL in a variable. */
export const PSYCOPG2 = python('psycopg2', join(PROGRAMS, 'psycopg2-client.py'));
export const PG = node('pg', join(PROGRAMS, 'pg-client.mjs'));

/** One that reads the files of its binding. */
export const PSYCOPG2_BY_FILES = python('psycopg2', join(PROGRAMS, 'psycopg2-files.py'));
