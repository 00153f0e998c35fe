import { DatabaseRules, ENTERS_BY_PASSWORD_OR_URL } from './database-of-server';

/** What databases of SQL Server are called. Source: https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers */
export const SQL_SERVER_DATABASE: DatabaseRules = {
  name: {
    what: 'a database of SQL Server',
    pattern: /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs} ]$/u,
    longest: 128,
    allowed: '1 to 128 characters, none a control character and none invisible, no space at the end',
  },
  enters: ENTERS_BY_PASSWORD_OR_URL,
};
