import { Mutant } from './instrument';
import { renderScore, scoreOf } from './score';

const mutants = ['src/istio/a.ts', 'src/istio/b.ts', 'src/istio/c.ts', 'src/topology.ts'].map(file => ({ file } as Mutant));

test('counts by folder, and rounds down', () => expect(renderScore(scoreOf(mutants, ({ file }) => file !== 'src/istio/c.ts'), 3)).toBe(`one mutant in 3
                    mutants   killed        %     goal
istio                     3        2     66.6       98
topology                  1        1    100.0       95
all                       4        3     75.0
`));
