import { INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

const VARIABLES: PresetVariables = {
  due: { PGHOST: '{host}', PGPORT: '{port}', PGDATABASE: '{database}', PGSSLMODE: '{sslmode}', PGSSLROOTCERT: '{sslrootcert}' },
  ifTold: { PGUSER: '{username}', PGPASSWORD: '{password}', PGSSLCERT: '{client-certificate:file}', PGSSLKEY: '{private-key:file}' },
};

/** What libpq and `psql` read. */
export function libpqNames({ bindingType }: INamedBinding): PresetVariables | undefined {
  return bindingType === 'postgresql' ? VARIABLES : undefined;
}
