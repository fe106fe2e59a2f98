import { createServer, type Socket } from 'node:net';

export type Inbox = { url: string; letters: string[]; close: () => Promise<void> };

function serve(socket: Socket, letters: string[]): void {
  let buffer = '';
  let letter: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (letter) {
      if (line !== '.') letter.push(line);
      else {
        letters.push(letter.join('\n'));
        letter = null;
        say('250 kept');
      }
    } else if (/^DATA/i.test(line)) {
      letter = [];
      say('354 go on');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else say('250 fine');
  };
  say('220 test');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    const lines = buffer.split('\r\n');
    buffer = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}

/** A mail server on the loopback that keeps what it is given. */
export async function openInbox(): Promise<Inbox> {
  const letters: string[] = [];
  const server = createServer((socket) => serve(socket, letters));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
