/** All strings over an alphabet of up to so many characters. */
export function stringsOver(alphabet: string, most: number): string[] {
  const characters = alphabet.split('');
  const strings = [''];
  for (let from = 0, length = 0; length < most; length++) {
    const to = strings.length;
    for (; from < to; from++) strings.push(...characters.map(character => strings[from] + character));
  }
  return strings;
}

/** A word in every mixture of small and capital letters. */
function inAnyCase(word: string): string[] {
  if (word === '') return [''];
  return inAnyCase(word.slice(1)).flatMap(rest => [word[0].toLowerCase() + rest, word[0].toUpperCase() + rest]);
}

/** Words that some YAML reads as something else than text. */
const WORDS = ['y', 'yes', 'n', 'no', 'on', 'off', 'true', 'false', 'null', 'inf', 'nan', 'e9'].flatMap(inAnyCase);

/** Strings of up to four characters in which any two or three of YAML's hazards meet, and longer ones of note; all of one line. */
export const HAZARDS: readonly string[] = [...new Set([
  ...stringsOver('019_.-+exo', 4), // numbers of any base
  ...stringsOver('02:.-Z ', 4), // sexagesimals, dates and times
  ...stringsOver('a :#-?"\'', 4), // ends of scalars, comments, entries, quotes
  ...stringsOver('a ,[]{}&*!|>%@`\\~=<', 3), // other indicators
  ...stringsOver('yYnNoOeEsfF', 3), // words for true, false and null
  ...stringsOver('a-\t\r\0\x7f\x85\xa0\u2028\ufeff\ud83d\ude00', 3), // blanks, controls, halves of characters beyond the BMP
  ...WORDS.flatMap(word => [word, `${word}1`, `${word}.`, `-${word}`, `.${word}`, ` ${word}`, `${word} `]),
  'x'.repeat(1023), 'x'.repeat(1024), 'x'.repeat(1025), `x ${'y'.repeat(2000)}`, '---', '--- a', '...', '%YAML 1.1', 'a\u2028---', 'a\u2029%b', 'a\u2028...',
  '2001-01-01', '2001-01-01T00:00:00Z', '2001-1-1 0:00:00.5 -03:30', '0b1_0', '0o77', '0x_f', '1_000', '190:20:30.15', '-.inf', '.NaN', '<<', '__proto__',
  'a: b', 'a #b', 'https://example.com:8443/a?b=c#d', 'spiffe://cluster.local/ns/shop/sa/web', 'postgresql://{{ .username | urlquery }}:$(PASSWORD)@db',
])];
