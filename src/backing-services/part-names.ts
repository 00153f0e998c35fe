import { variablePrefix } from '../model/binding-name';
import { EnvNames, INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

const PARTS = ['host', 'port', 'username', 'password', 'database'];

/** What the default convention gives, and beside it each part of the URL. */
export function partNames(binding: INamedBinding): PresetVariables {
  const parts = PARTS.map(part => [variablePrefix(binding.name) + part.toUpperCase(), `{${part}}`]);
  return { due: EnvNames.DEFAULT.variablesOf(binding), ifTold: Object.fromEntries(parts) };
}
