// A really listening server for schemathesis: writes its document to the file that is named, prints its port, and ends
// when its standard input does.
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { serve } from '../test/serve.ts';
import { fuzzedModels } from './models.ts';

// Of valid input these cannot make NaN or infinity, so every 500 is a fault.
const models = Object.entries(fuzzedModels()).flatMap(([name, { made, mayOverflow }]) => (mayOverflow ? [] : [[name, made] as const]));
// As it is shipped: a request that unloads a model would have all later ones answered by 503.
const { app } = await serve(Object.fromEntries(models), {}, { control: 'None' });
await app.listen({ port: 0, host: '127.0.0.1' });
const document: unknown = (await app.inject('/openapi.json')).json();
await writeFile(process.argv[2] ?? '/dev/null', JSON.stringify(withoutTuples(document)));
console.log((app.server.address() as AddressInfo).port);
await text(process.stdin);
await app.close();
process.exit();

/** schemathesis 4.32.5 turns `prefixItems` into the `items` of older drafts, and then refuses them: any whole number will do. */
function withoutTuples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTuples);
  if (typeof value !== 'object' || value === null) return value;
  const { prefixItems, ...others } = value as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(others).map(([name, entry]) => [name, withoutTuples(entry)]));
  return prefixItems === undefined ? kept : { ...kept, items: { type: 'integer' } };
}
