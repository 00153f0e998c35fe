import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { Addition, inserted, isMeant, rowsOf } from './support/added';
import { Changed, Copied } from './support/copied';
import { Violation } from './support/cruise';

/** One of each row of ARCHITECTURE.md's table; `to-add/<thing>` holds what is new. */
const ADDITIONS: readonly Addition[] = [
  {
    thing: 'kind-of-backing-service',
    used: {
      variables: ['JOBS_SERVERS=jobs.shop.svc:11300'],
      ports: [{ name: 'tcp-beanstalk', port: 11300, targetPort: 11300, protocol: 'TCP', appProtocol: 'tcp' }],
      refused: 'BST021',
    },
  },
  {
    thing: 'operators-provider',
    named: {
      file: 'src/backing-services/postgres-provider.ts',
      insertions: [
        ['import { CredentialProps }', "import { acmePostgres } from './acme-postgres';"],
        [
          'export abstract class PostgresProvider',
          "  /** An operator of Acme's. */",
          '  public static acme(cluster: string, namespace: string): PostgresProvider {',
          '    return given(PostgresProvider, () => acmePostgres(cluster, namespace));',
          '  }',
        ],
      ],
    },
    used: ['LEDGER_URI=ledger-user uri', 'LEDGER_URL=$(LEDGER_URI)?sslmode=verify-full&sslrootcert=/bindings/ledger/ca.crt'],
  },
  {
    thing: 'secret-supplier',
    named: {
      file: 'src/secrets/secrets.ts',
      insertions: [
        ['import { SecretSupplier }', "import { BitwardenOperator } from './bitwarden/bitwarden-operator';"],
        [
          'export class Secrets',
          "  /** Bitwarden's operator. */",
          '  public static bitwarden(): SecretSupplier {',
          '    return new BitwardenOperator();',
          '  }',
        ],
      ],
    },
    used: [expect.objectContaining({ kind: 'BitwardenSecret', metadata: { name: 'web-relay', namespace: 'shop' } })],
  },
  {
    thing: 'convention-of-variable-names',
    used: ['QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://db.example.com:5432/app', 'QUARKUS_DATASOURCE_USERNAME=login user'],
  },
  {
    thing: 'data-plane',
    used: {
      kind: 'HTTPRoute',
      rules: [{ name: 'all', timeouts: { request: '5s' } }],
      findings: ['BST616 error: circuitBreaker cannot be carried: Linkerd breaks circuits by annotations'],
    },
  },
  {
    thing: 'check',
    named: {
      file: 'src/checks/all.ts',
      insertions: [['import', "import { cacheIsRequired } from './cache-is-required';"], ['  policyNotEnforced,', '  cacheIsRequired, // BST999']],
    },
    used: ['BST999 chart/shop/workloads/web uses cache: cache is a cache, and is required'],
  },
  {
    thing: 'text-about-the-topology',
    used: '| service | consumers |\n|---|---|\n| maps | chart/shop/workloads/web |\n',
  },
  {
    thing: 'emitted-kind',
    named: {
      file: 'src/kubernetes/kubernetes-services.ts',
      insertions: [
        ['import', "import { emitPodDisruptionBudget } from './pod-disruption-budget';"],
        ['    super(scope, id)', '    for (const workload of props.topology.read().workloads) emitPodDisruptionBudget(this, workload);'],
      ],
    },
    used: [expect.objectContaining({ kind: 'PodDisruptionBudget', spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'orders' } } } })],
  },
];

const ROWS = rowsOf(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

test('each row of the table is tried', () => {
  expect(ROWS.map(({ thing }) => thing)).toEqual(ADDITIONS.map(({ thing }) => thing));
});

describe('in a copy of src with one more of each', () => {
  let copied: Copied;
  let errors: string;
  let violations: Violation[];
  const changed = new Map<string, Changed>();
  const touched = () => [...changed.values()].flatMap(({ created, edited }) => [...created, ...edited]);

  beforeAll(async () => {
    copied = new Copied();
    for (const addition of ADDITIONS) changed.set(addition.thing, copied.add(addition));
    copied.generate();
    const compiling = copied.compile();
    violations = copied.violations();
    errors = await compiling;
  }, 300_000);
  afterAll(() => copied.remove());

  test.each(ROWS)('a $thing is one new file or folder, named in at most one file: those of the table', ({ thing, creates, named }) => {
    const { created, edited } = changed.get(thing)!;
    expect(creates).toHaveLength(1);
    expect(created.filter(file => isMeant(file, creates))).toEqual(created);
    expect(created.length === 1 || creates[0].endsWith('/')).toBe(true);
    expect(edited.filter(file => isMeant(file, named))).toEqual(edited);
    expect(edited).toHaveLength(named.length);
  });

  test('TypeScript takes them all, once what is generated is written', () => expect(errors).toBe(''));

  test('no layer refuses an import of them', () => {
    expect(violations.filter(({ from }) => touched().includes(from)).map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  test('the check gets a page', () => expect(copied.codes()).toContain('BST999'));

  test.each(ADDITIONS)('the $thing works', ({ thing, used }) => expect(copied.use(thing)).toEqual(used));
});

describe('the table', () => {
  test('is read by its first three cells', () => {
    const markdown = '# A\n\n## To add\n\n| a | create | name it in | because |\n|---|---|---|---|\n| its own kind | `a/<b>.ts` | `c.ts` | `d` |\n\n| other |\n|---|\n';
    expect(rowsOf(markdown)).toEqual([{ thing: 'its-own-kind', creates: ['a/<b>.ts'], named: ['c.ts'] }]);
  });

  test.each([['src/a/b.ts', true], ['src/a/b/c.ts', false], ['src/a/bxts', false], ['src/x/b.ts', true], ['lib/src/a/b.ts', false]])('`src/<a>/<b>.ts` means %s: %p', (path, meant) => {
    expect(isMeant(path, ['src/<a>/<b>.ts'])).toBe(meant);
  });

  test('means all that is below a folder', () => expect(isMeant('src/a/b/c.ts', ['src/<a>/'])).toBe(true));

  test('cannot be tried where a line to add to is gone', () => expect(() => inserted('a\nb', [['c', 'd']])).toThrow('no line begins with c'));
});
