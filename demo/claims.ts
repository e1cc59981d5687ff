/** One thing that the demo promises, and whether it held. */
export interface Claim {
  readonly text: string;
  readonly measured: string;
  readonly held: boolean;
}

/** Collects what the demo shows; nothing is hidden when one fails. */
export interface Claims {
  readonly all: readonly Claim[];
  check(text: string, measured: string, held: boolean): void;
  /** The claims that did not hold. */
  broken(): readonly Claim[];
}

export function createClaims(print: (line: string) => void): Claims {
  const all: Claim[] = [];
  return {
    all,
    check(text, measured, held) {
      all.push({ text, measured, held });
      print(`   ${held ? '✓' : '✗'} ${text}: ${measured}`);
    },
    broken: () => all.filter(({ held }) => !held),
  };
}

/** The story as a table of claims, for the end of the run. */
export function table(claims: readonly Claim[]): string {
  const width = Math.max(...claims.map(({ text }) => text.length));
  return claims.map(({ text, measured, held }) => `  ${held ? 'held  ' : 'BROKEN'}  ${text.padEnd(width)}  ${measured}`).join('\n');
}
