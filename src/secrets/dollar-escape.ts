/** Text as the kubelet will read it back from a `value`: it turns `$$` into `$` and expands `$(NAME)`. Source: kubernetes, third_party/forked/golang/expansion */
export function escapeDollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}
