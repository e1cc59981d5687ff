/** A body as small as cutting parts out of it makes it, for which `fails` still holds. At most `most` tries. */
export async function shrink(body: Buffer, fails: (smaller: Buffer) => Promise<boolean>, most = 2_000): Promise<Buffer> {
  let best = body;
  let tries = 0;
  for (let size = Math.ceil(body.length / 2); size >= 1; ) {
    let cut = false;
    for (let at = 0; at < best.length && tries < most; ) {
      const smaller = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      tries++;
      if (await fails(smaller)) {
        best = smaller;
        cut = true;
      } else at += size;
    }
    if (tries >= most) break;
    if (!cut || size > best.length) size = size === 1 && !cut ? 0 : Math.max(1, Math.floor(size / 2));
  }
  return best;
}
