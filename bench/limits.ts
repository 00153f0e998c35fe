import { figure, Table } from './table';

/** Limits, and whether they hold. */
export class Limits {
  public hold = true;
  private readonly table = new Table(['limit', 'measured', 'wanted', '']);

  /** At most so much; what could not be measured holds. */
  public atMost(what: string, measured: number | undefined, most: number): void {
    this.add(what, measured, `<= ${most}`, measured === undefined || measured <= most);
  }

  /** At least so much. */
  public atLeast(what: string, measured: number | undefined, least: number): void {
    this.add(what, measured, `>= ${least}`, measured === undefined || measured >= least);
  }

  public get lines(): readonly string[] {
    return this.table.lines;
  }

  private add(what: string, measured: number | undefined, wanted: string, holds: boolean): void {
    this.table.row(what, figure(measured), wanted, holds ? 'holds' : 'BROKEN');
    this.hold &&= holds;
  }
}
