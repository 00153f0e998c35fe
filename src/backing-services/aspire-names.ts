import { INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

/** Kinds that have a connection string, though not with every credential: without it nothing would connect. */
const HAS_ONE: ReadonlySet<string> = new Set(['redis']);

/**
 * What .NET Aspire's `WithReference` gives: the connection string under `ConnectionStrings__<name>`, and each property as `<NAME>_<PROPERTY>`; of an HTTP service the
 * names of its service discovery. A dash of the name is "_", as Aspire itself writes it for Kubernetes.
 * Source: https://aspire.dev/fundamentals/environment-variables/
 */
export function aspireNames({ name, bindingType, entries }: INamedBinding): PresetVariables | undefined {
  const resource = name.replaceAll('-', '_');
  const prefix = resource.toUpperCase();
  if (bindingType === 'http') return { due: { [`${prefix}_HTTP`]: '{url}', [`services__${resource}__http__0`]: '{url}' } };
  if (bindingType !== 'kafka' && !HAS_ONE.has(bindingType) && !entries.some(({ role }) => role === 'connection-string')) return undefined;
  return {
    due: { [`ConnectionStrings__${resource}`]: bindingType === 'kafka' ? '{bootstrap-servers}' : '{connection-string}' },
    ifTold: {
      [`${prefix}_HOST`]: '{host}', [`${prefix}_PORT`]: '{port}', [`${prefix}_USERNAME`]: '{username}', [`${prefix}_PASSWORD`]: '{password}',
      [`${prefix}_DATABASENAME`]: '{database}', [`${prefix}_URI`]: '{url}', [`${prefix}_JDBCCONNECTIONSTRING`]: '{jdbc-url}',
    },
  };
}
