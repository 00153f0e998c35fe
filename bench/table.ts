/** A table in Markdown, printed row by row as it is measured. */
export class Table {
  public readonly lines: string[] = [];
  private readonly widths: readonly number[];

  constructor(heads: readonly string[]) {
    this.widths = heads.map((head, i) => Math.max(head.length, i === 0 ? 34 : 5));
    this.row(...heads);
    this.print(`|${this.widths.map((width, i) => (i === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`);
  }

  public row(...cells: readonly (string | number)[]): void {
    const padded = cells.map((cell, i) => (i === 0 ? String(cell).padEnd(this.widths[i]) : String(cell).padStart(this.widths[i])));
    this.print(`| ${padded.join(' | ')} |`);
  }

  private print(line: string): void {
    this.lines.push(line);
    console.log(line);
  }
}

/** A figure with as many digits as it is sure of; a dash where there is none. */
export function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
