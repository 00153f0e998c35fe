import { Problem, Severity } from '../../src';
import { expectRefusal } from '../support/declare';

const subject = { path: 'shop/web' };

test('is about a subject, and says what is wrong and what to change', () =>
  expect(Problem.of(subject, 'is wrong', 'do right')).toMatchObject({ subject, description: 'is wrong', fix: 'do right', atMost: Severity.ERROR }));

test('may leave the fix to the check', () => expect(Problem.of(subject, 'is wrong').fix).toBeUndefined());

test('may be only a warning, or say that an input is unknown', () => {
  expect(Problem.of(subject, 'is odd', 'f').asWarning()).toMatchObject({ description: 'is odd', fix: 'f', atMost: Severity.WARNING });
  expect(Problem.unknown(subject, 'nobody tells the replicas', 'tell them')).toMatchObject({
    description: 'not evaluated: nobody tells the replicas', fix: 'tell them', atMost: Severity.INFO,
  });
});

test('never becomes more severe by being called a warning', () => {
  expect(Problem.unknown(subject, 'x').asWarning().atMost).toBe(Severity.INFO);
  expect(Problem.of(subject, 'x').asWarning().asWarning().atMost).toBe(Severity.WARNING);
});

test('cannot be changed', () => expect(() => Object.assign(Problem.of(subject, 'x').asWarning(), { atMost: Severity.ERROR })).toThrow(TypeError));

test('BST015: refuses no words', () => expectRefusal(() => Problem.of(subject, ' '), 'BST015', '(check)', 'not "', 'Problem.of(subject, problem, fix)'));

// A private constructor is none to JavaScript, and goes around the boundary.
const Made = Problem as unknown as new (...args: unknown[]) => Problem;
test.each([['a subject without a path', [{}, 'x']], ['no subject', [undefined, 'x']], ['a number', [subject, 7]], ['a fix that is no text', [subject, 'x', 7]]])(
  'BST015: refuses %s, made without Problem.of()', (_, args) => expectRefusal(() => new Made(...args), 'BST015', '(check)', 'not "'));
