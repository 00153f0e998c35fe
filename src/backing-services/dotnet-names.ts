import { INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

/** What `GetConnectionString("OrdersDb")` of .NET finds: `ConnectionStrings__OrdersDb`, for the binding `orders-db`. */
export function dotnetNames({ name, entries }: INamedBinding): PresetVariables | undefined {
  if (!entries.some(({ role }) => role === 'connection-string')) return undefined;
  const words = name.split('-').map(word => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return { due: { [`ConnectionStrings__${words.join('')}`]: '{connection-string}' } };
}
