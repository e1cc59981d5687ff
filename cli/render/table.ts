/** Columns as wide as their widest cell, three spaces apart, as kubectl prints them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ').trimEnd());
}

/** `Name:   value` lines; rows without a value are left out. */
export function fields(rows: readonly (readonly [name: string, value: string | undefined])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}:`.padEnd(width) + value]));
}
