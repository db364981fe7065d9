/** `<table>/<row>/<column>`: the same for both form versions where the meaning is the same. */
export type FigureAddress = string;

/** The address of a figure; a table whose only row has no name (表四) carries row and column in one id. */
export function figureAddress(table: string, row: string | undefined, column: string): FigureAddress {
  return row === undefined ? `${table}/${column}` : `${table}/${row}/${column}`;
}

/** The three parts of an address. */
export function splitAddress(address: FigureAddress): { table: string; row: string; column: string } {
  const [table = '', row = '', column = ''] = address.split('/');
  return { table, row, column };
}
