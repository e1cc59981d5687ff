/** What was measured, what it may be at most, and whether that holds; without a limit the last two are empty. */
export function limitCells(measured: number, limit: number | undefined, unit: string): readonly [string, string, string] {
  if (limit === undefined) return [`${measured} ${unit}`, '', ''];
  return [`${measured} ${unit}`, `${limit} ${unit}`, measured <= limit ? 'yes' : '**no**'];
}
