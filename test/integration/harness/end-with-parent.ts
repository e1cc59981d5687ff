// Loaded before an operator that a test runs as a process: it ends with the test run, however that ends. Its standard
// input is a pipe, and the kernel closes the other end.
import type { Socket } from 'node:net';

const parent = process.stdin as unknown as Socket;
parent.once('close', () => process.kill(process.pid, 'SIGKILL'));
parent.resume().unref(); // reads to the end, and keeps nothing alive
