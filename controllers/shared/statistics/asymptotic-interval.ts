// Asymptotic confidence sequence for a mean or a difference (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas,
// arXiv 2103.06476): as a central limit theorem it needs some data, but it holds at every look at once.

/** Tunes the sequence to be tightest at about `n` observations. */
export function asymptoticRho(n: number, alpha: number): number {
  const doubled = -2 * Math.log(alpha);
  return Math.sqrt((doubled + Math.log1p(doubled)) / n);
}

/** Half the width of the interval at level 1 - alpha. @param standardError of the estimate. @param n observations behind it. */
export function asymptoticHalfWidth(standardError: number, n: number, alpha: number, tunedFor: number): number {
  const rho = asymptoticRho(tunedFor, alpha);
  const scaled = n * rho ** 2 + 1;
  return standardError * Math.sqrt(n) * Math.sqrt((2 * scaled * Math.log(Math.sqrt(scaled) / alpha)) / (n * rho) ** 2);
}

/** Always-valid p-value of "the difference is zero". */
export function asymptoticPValue(difference: number, standardError: number, n: number, alpha: number, tunedFor: number): number {
  const rho = asymptoticRho(tunedFor, alpha);
  const scaled = n * rho ** 2 + 1;
  const squaredSum = (difference * n) ** 2 / (standardError ** 2 * n);
  const logE = (rho ** 2 * squaredSum) / (2 * scaled) - 0.5 * Math.log(scaled);
  return Math.min(1, Math.exp(-logE));
}
