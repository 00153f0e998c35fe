import { isCode } from '../../src/judging/check-code';

test.each(['BST616', 'ACME999', 'AB123', 'ABCDEFGHIJ1234'])('%s can be a code', code => expect(isCode(code)).toBe(true));

test.each(['', 'bst616', 'BST', 'BST61', 'BST61616', 'BST-616', 'A123', 'ABCDEFGHIJK123', ' BST616', 'BST616\n', 616, undefined])('%j cannot', code => expect(isCode(code)).toBe(false));
