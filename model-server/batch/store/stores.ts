import type { S3Config } from '../../config.ts';
import { createFileStore } from './file-store.ts';
import type { Store } from './store.ts';

/** The store of each URI by its scheme (config.ts has checked it). */
export function createStores(s3: S3Config): Store {
  const files = createFileStore();
  let s3Store: Promise<Store> | undefined;
  const storeOf = (uri: string): Promise<Store> => {
    if (uri.startsWith('file:')) return Promise.resolve(files);
    // The SDK costs 70 ms and 35 MB, so it is loaded where it is used.
    s3Store ??= import('./s3-store.ts').then(({ createS3Store }) => createS3Store(s3));
    return s3Store;
  };
  return {
    list: async (folder, signal) => (await storeOf(folder)).list(folder, signal),
    stat: async (uri, signal) => (await storeOf(uri)).stat(uri, signal),
    open: async (object, range, signal) => (await storeOf(object.uri)).open(object, range, signal),
    put: async (uri, bytes, signal) => (await storeOf(uri)).put(uri, bytes, signal),
  };
}
