import type { Client } from './client.ts';
import type { Logger } from './log.ts';
import { keyOf, keyString, resourceName } from './types.ts';
import type { Key, ResourceType } from './types.ts';

/**
 * A client that reads everything and writes statuses, and nothing else: creating, changing and deleting objects is left
 * out, told in the log, and answered as if it was done, so that a controller goes on to what it would do next. Events
 * and leases are not its business: whoever writes those holds the client underneath.
 */
export function planOnly(client: Client, logger: Logger): Client {
  const leaveOut = (verb: string, type: ResourceType, key: Key): void => logger.debug({ verb, resource: resourceName(type), key: keyString(key) }, 'plan only: not sent');
  return {
    get: (type, key) => client.get(type, key),
    list: (type, options) => client.list(type, options),
    applyStatus: (type, object, options) => client.applyStatus(type, object, options),
    async create(type, object) {
      leaveOut('create', type, keyOf(object));
      return object;
    },
    async apply(type, object) {
      leaveOut('apply', type, keyOf(object));
      return object as never;
    },
    async patch(type, key, patch, options) {
      if (options?.subresource === 'status') return client.patch(type, key, patch, options);
      leaveOut('patch', type, key);
      return patch as never;
    },
    async replace(type, object, options) {
      if (options?.subresource === 'status') return client.replace(type, object, options);
      leaveOut('replace', type, keyOf(object));
      return object;
    },
    async delete(type, key) {
      leaveOut('delete', type, key);
    },
  };
}
