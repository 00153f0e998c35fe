import { FINDINGS_OF_TOPOLOGY, REFUSALS } from '../../src/private/refusal-docs';

describe.each([['refusals', REFUSALS], ['findings of Topology', FINDINGS_OF_TOPOLOGY]])('the %s', (_, docs) => {
  test('are sorted by code, each once', () => {
    const codes = docs.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test.each(docs.map(doc => [doc.code, doc] as const))('%s has a name, and sentences that say why and what to do', (_code, doc) => {
    expect(doc.title).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(doc.rationale).toMatch(/^[A-Z].{60,}\.$/);
    expect(doc.fix).toMatch(/^[A-Z].{20,}\.$/);
  });
});
