// Runs the checks one after the other and prints one line for each; a failed one prints what it found.
import { checks } from './checks.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks.some((check) => check.name === name));
if (unknown !== undefined) throw new Error(`no check is called ${unknown}; there are ${checks.map(({ name }) => name).join(', ')}`);

const failed: string[] = [];
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const started = performance.now();
  const { state, text } = await check.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${state.padEnd(7)} ${check.name.padEnd(10)} ${seconds.padStart(5)} s  ${state === 'failed' ? check.about : text}`);
  if (state !== 'failed') continue;
  failed.push(check.name);
  console.log(text.trimEnd().replace(/^/gm, '        '));
}
console.log(failed.length === 0 ? 'verify: everything holds' : `verify: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
