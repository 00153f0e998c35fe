import { variablePrefix } from '../model/binding-name';
import { INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

const PROPERTIES: Readonly<Record<string, string>> = {
  HOST: '{host}', PORT: '{port}', DATABASE: '{database}', USERNAME: '{username}', PASSWORD: '{password}', URL: '{url}', VHOST: '{virtual-host}',
};

/** What a connection of Radius gives. */
export function radiusNames({ name, entries }: INamedBinding): PresetVariables | undefined {
  if (!entries.some(({ role }) => role === 'host')) return undefined;
  return { ifTold: Object.fromEntries(Object.entries(PROPERTIES).map(([property, text]) => [`CONNECTION_${variablePrefix(name)}${property}`, text])) };
}
