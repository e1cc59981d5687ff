/** metav1.Time: whole seconds. Sending fractions would make the object differ from what the server keeps. */
export function timestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** metav1.MicroTime: exactly six digits, or the server refuses it. */
export function microTimestamp(now: Date): string {
  return now.toISOString().replace(/\.(\d{3})Z$/, '.$1000Z');
}
