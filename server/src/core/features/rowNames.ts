import { forms } from '../forms/forms.ts';
import { layoutsOf } from '../forms/layout.ts';

let names: ReadonlyMap<string, string> | undefined;

/** How a row (`<table>/<row>`) is called: `表三 （三）不予公开 1.属于国家秘密`. */
export function rowName(row: string): string | undefined {
  names ??= allNames();
  return names.get(row);
}

/** The newest form's wording wins where both versions have the row. */
function allNames(): Map<string, string> {
  const found = new Map<string, string>();
  for (const form of forms) {
    for (const { table, rows } of layoutsOf(form)) {
      for (const row of rows)
        found.set(`${table.id}/${row.id}`, `${table.name} ${row.path.slice(-2).join(' ')}`);
    }
  }
  return found;
}
