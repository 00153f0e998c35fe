import { DatabaseRules, ENTERS_BY_PASSWORD_OR_URL } from './database-of-server';

/**
 * What databases of MySQL and MariaDB are called.
 * Sources: https://dev.mysql.com/doc/refman/8.4/en/identifiers.html, https://mariadb.com/docs/server/reference/sql-structure/sql-language-structure/identifier-names
 */
export const MYSQL_DATABASE: DatabaseRules = {
  name: {
    what: 'a database of MySQL',
    pattern: /^[^\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]*[^\p{Cc}\p{Cs}\u{10000}-\u{10ffff} ]$/u,
    longest: 64,
    allowed: '1 to 64 characters of the Basic Multilingual Plane, none a control character, no space at the end',
  },
  enters: ENTERS_BY_PASSWORD_OR_URL,
};
