/** A code that no rule answers with any more. It is never given to another rule. */
export interface RetiredCode {
  readonly code: string;
  /** The name that its rule had. */
  readonly title: string;
  /** The code that answers in its place. */
  readonly instead: string;
}

/** All of them, sorted by code. */
export const RETIRED: readonly RetiredCode[] = [
  { code: 'BST014', title: 'meaningless-value', instead: 'BST023' },
  { code: 'BST617', title: 'unruled-gateway', instead: 'BST616' },
  { code: 'BST619', title: 'headless-policy', instead: 'BST616' },
];
