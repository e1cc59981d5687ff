// Reads answers of HTTP/1.1 off one connection, as far as a load generator needs them: the status, and where each ends.

const endOfHead = Buffer.from('\r\n\r\n');
const nothing = Buffer.alloc(0);

export interface AnswerReader {
  /** Takes what came; calls `answered` for each answer that is complete with it. Throws at what it cannot delimit. */
  take(chunk: Buffer): void;
}

/** `chunk` may be used again by its owner afterwards: what has to wait is copied. */
export function createAnswerReader(answered: (status: number) => void): AnswerReader {
  let head: Buffer = nothing;
  let status = 0;
  let bodyLeft = -1; // below 0: in the head

  return {
    take(chunk) {
      let rest = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      head = nothing;
      while (rest.length > 0) {
        if (bodyLeft < 0) {
          const end = rest.indexOf(endOfHead);
          if (end < 0) {
            head = Buffer.from(rest);
            return;
          }
          ({ status, length: bodyLeft } = readHead(rest.toString('latin1', 0, end)));
          rest = rest.subarray(end + endOfHead.length);
        }
        const part = Math.min(bodyLeft, rest.length);
        bodyLeft -= part;
        rest = rest.subarray(part);
        if (bodyLeft > 0) return;
        bodyLeft = -1;
        answered(status);
      }
    },
  };
}

function readHead(text: string): { readonly status: number; readonly length: number } {
  const status = Number(text.slice(9, 12));
  if (!text.startsWith('HTTP/1.1 ') || !(status >= 200)) throw new Error(`no answer of HTTP/1.1: ${text.slice(0, 40)}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  if (length === undefined) throw new Error('an answer without content-length; other ends are not read');
  return { status, length: Number(length) };
}
