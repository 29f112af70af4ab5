/** Serves the project on this machine only, for `npm start`. Set PORT to use a port other than 8000. */
import { createServer } from 'node:http';
import sirv from 'sirv';

const files = sirv(new URL('..', import.meta.url).pathname, { dev: true });
const server = createServer(files);
server.on('listening', () => {
  console.log(`The demo is at http://127.0.0.1:${server.address().port}/demo/ (Ctrl+C ends it)`);
});
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  server.listen(0, '127.0.0.1');
});
server.listen(Number(process.env.PORT ?? 8000), '127.0.0.1');
