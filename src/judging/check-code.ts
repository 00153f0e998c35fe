/** What a code is, in words. */
export const CODE_IN_WORDS = 'two to ten capital letters and three or four digits';

const CODE = /^[A-Z]{2,10}\d{3,4}$/;

/** Whether a text can be the code of a check: letters of whoever wrote it, and a number. */
export function isCode(code: unknown): code is string {
  return typeof code === 'string' && CODE.test(code);
}
