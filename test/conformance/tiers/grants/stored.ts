import { READERS, WRITERS } from '../../fixtures/grants';
import { Stores } from '../../stand-ins/external-secrets';

/** Passwords as people choose them, another one after each change. */
export function passwordOf(consumer: string, changes: number): string {
  return `${consumer}'s p@ss/w:rd? #${changes} % "ü"`;
}

export const MANAGED = { user: 'managed user', pass: 'm@naged: 100 %' };

/** What the store keeps, after so many changes of each consumer's password. */
export function contentOf(changes: ReadonlyMap<string, number>, authority: string): Stores {
  const roles = [...WRITERS, ...READERS].map(name => [`ledger/${name}`, { password: passwordOf(name, changes.get(name) ?? 0) }]);
  return { 'ClusterSecretStore vault': { ...Object.fromEntries(roles), 'by-managed/ledger': { ...MANAGED, ca: authority } } };
}
