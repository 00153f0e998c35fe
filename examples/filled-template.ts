/**
 * A template of the External Secrets Operator, filled in as the operator does it, as far as this library's templates go: `{{ .key }}`,
 * `urlquery` (Go's url.QueryEscape: a space becomes "+") and `replace "+" "%20"`.
 */
export function filledTemplate(template: string, secret: Record<string, string>): string {
  return template.replace(/\{\{ \.(\w+)((?: \| [^{}|]+)*) \}\}/g, (_, key: string, pipeline: string) =>
    pipeline.split(' | ').filter(Boolean).reduce((text, step) => {
      if (step === 'urlquery') return queryEscape(text);
      if (step === 'replace "+" "%20"') return text.replaceAll('+', '%20');
      throw new Error(`unknown step ${step}`);
    }, secret[key]));
}

function queryEscape(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
