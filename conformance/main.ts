#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { parse, usage, type Arguments } from './arguments.ts';
import { ConnectionError } from './client.ts';
import { CannotStart } from './discover.ts';
import { printed } from './print.ts';
import { conforms } from './report.ts';
import { run } from './run.ts';

async function test({ json, ...asked }: Arguments): Promise<number> {
  const report = await run({ ...asked, now: () => new Date() });
  console.log(printed(report));
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  return conforms(report) ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  let asked: Arguments | undefined;
  try {
    asked = parse(args);
  } catch (error) {
    console.error(`trainyard-conformance: ${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (asked === undefined) {
    console.log(usage);
    return 0;
  }
  try {
    return await test(asked);
  } catch (error) {
    if (error instanceof ConnectionError) console.error(`trainyard-conformance: nobody answers at ${asked.url}: ${error.message}`);
    else if (error instanceof CannotStart) console.error(`trainyard-conformance: ${error.message}`);
    else throw error;
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
