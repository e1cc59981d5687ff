import { NotFound, sizeFrom, type Source } from './source.ts';

/** http:// and https:// */
export async function openHttp(uri: string, signal: AbortSignal): Promise<Source> {
  const response = await fetch(uri, { signal });
  if (response.status === 404 || response.status === 410) throw new NotFound(uri);
  if (!response.ok || !response.body) throw new Error(`the store answered ${response.status} ${response.statusText}`.trimEnd());
  // fetch undoes a content-encoding, after which content-length no longer tells the size.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  return { stream: response.body, ...sizeFrom(length) };
}
