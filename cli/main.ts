// Wiring only: arguments → command → exit code.
import { parse } from './arguments.ts';
import type { Terminal } from './command.ts';
import { commands } from './commands.ts';
import { connect, type Connection } from './connect.ts';
import { asFailure } from './failure.ts';
import { run } from './run.ts';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  isTty: process.stdout.isTTY,
};
// Whoever reads may go away early, as `head` does; that is no fault.
process.stdout.on('error', () => process.exit());

const open: Connection[] = [];
try {
  process.exitCode = await run(commands, parse(process.argv.slice(2)), {
    terminal,
    connect(values) {
      const connection = connect(values);
      open.push(connection);
      return connection;
    },
  });
} catch (error) {
  const failure = asFailure(error);
  terminal.err(`error: ${failure.message}`);
  process.exitCode = failure.exitCode;
}
for (const { client } of open) await client.close();
