import betainc from '@stdlib/math-base-special-betainc';

/** P(T > t) for Student's t; `freedom`: its degrees of freedom. */
export function upperTail(t: number, freedom: number): number {
  const beyond = betainc(freedom / (freedom + t * t), freedom / 2, 0.5, true, false) / 2;
  return t >= 0 ? beyond : 1 - beyond;
}
