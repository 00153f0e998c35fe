import { survivesYaml } from '../../src/private/manifest-text';

describe('survivesYaml', () => {
  test.each(['', 'a', 'yes', '014', '0x1f', '0o', '0o8', 'a0o14', '0o14a', '---', '{{ x }}', 'ü', '\u{1f600}', 'a b'])('accepts %j, which cdk8s quotes or nobody takes for something else', text => {
    expect(survivesYaml(text)).toBe(true);
  });

  test.each(['0o14', '-0o7', '+0O7', '0o1_4', '\n', '\t', '\u007f', '\u0085', '\u2028', '\u2029', '\u200b', '\ufeff', '\ud800', '\uffff', 'a\u0000'])('refuses %j', text => {
    expect(survivesYaml(text)).toBe(false);
  });
});
