/** Below this no body can hurt: 1 MiB of the worst kind parses to some 50 MB. */
const HARMLESS_BYTES = 1024 * 1024;
/** Measured on Node 24 with bodies of one kind: bytes of heap for an object or array, a name within an object, and any value. */
const CONTAINER_BYTES = 100;
const MEMBER_BYTES = 120;
const VALUE_BYTES = 60;

const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * What JSON.parse would take of the heap for this body, in bytes, from above; 0 for a body that is harmless.
 * V8 ends the whole process when its heap is full, so a body that would fill it has to be refused unread.
 */
export function parsedWeight(body: Uint8Array): number {
  if (body.length <= HARMLESS_BYTES) return 0;
  let containers = 0;
  let members = 0;
  let values = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (byte === COMMA) values++;
    else if (byte === COLON) members++;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) containers++;
  }
  return containers * CONTAINER_BYTES + members * MEMBER_BYTES + values * VALUE_BYTES;
}
