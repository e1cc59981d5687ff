// Answers every request with the same bytes, unread: what a generator can send at most. Arguments: bytes of a request, and
// microseconds for which each keeps the core busy. Prints its port.
import { createServer, type AddressInfo } from 'node:net';

const [requestBytes = 1, busyMicros = 0] = process.argv.slice(2).map(Number);
const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

const server = createServer({ noDelay: true }, (socket) => {
  let unanswered = 0;
  socket.on('data', (chunk) => {
    unanswered += chunk.length;
    const whole = Math.floor(unanswered / requestBytes);
    unanswered -= whole * requestBytes;
    const until = performance.now() + (whole * busyMicros) / 1000;
    while (busyMicros > 0 && performance.now() < until);
    if (whole > 0) socket.write(answer.repeat(whole));
  });
  // A generator resets its connections when its time is over.
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
