import { assertAnswer, assertRedirect, assertWritten } from '../../src/model/http-answer';
import { expectRefusal } from '../support/declare';

test('a redirection is kept as it was said', () => expect(assertRedirect({ uri: '/new', redirectCode: 308 })).toEqual({ uri: '/new', redirectCode: 308 }));

test('BST007: refuses a redirection to a port that is none', () => expectRefusal(() => assertRedirect({ port: 0 }), 'BST007', 'HttpRouteCondition.redirect'));

test('an answer has the body that was said, lines among it', () => expect(assertAnswer(404, 'no\nsuch page')).toEqual({ status: 404, body: 'no\nsuch page' }));

test('BST047: refuses a body that cannot be written', () => expectRefusal(() => assertAnswer(404, 'a\0'), 'BST047', 'HttpRouteCondition.respond', 'control characters'));

test('BST511: refuses a password in a body', () => expectRefusal(() => assertAnswer(200, 'password=CANARY'), 'BST511', 'HttpRouteCondition.respond', 'not repeated here'));

test.each(['', 'a b', 'x'.repeat(1025)])('BST047: refuses %j, which stands in no request', text => expectRefusal(() => assertWritten(text, 'p'), 'BST047', 'p'));
