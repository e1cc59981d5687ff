export type Present<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** JSON may say null where nothing is known; the API leaves such members out. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) as Present<T>;
}
