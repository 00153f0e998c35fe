import { hasInvisible } from '../../src/contracts/contract-text';

test.each(['\0', '\n', '\x7f', '\u0085', '\u200b', '\u202e', '\u2028', '\ufeff', '\ud800'])('finds %j', character => {
  expect(hasInvisible(`a${character}b`)).toBe(true);
});

test.each(['a b', 'caf\u00e9', '\ud83d\ude00', '{id}'])('finds nothing in %p', text => {
  expect(hasInvisible(text)).toBe(false);
});
