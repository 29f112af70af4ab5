import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Focuses the window on an X display without a window manager, as a person would with a click; without
 * it, nothing on a page matches `:focus`. This takes three X protocol requests on Xvfb's socket.
 */
export async function focusWindow(display) {
  const socket = connect(`/tmp/.X11-unix/X${display}`);
  await once(socket, 'connect');

  socket.write(Buffer.from([LITTLE_ENDIAN, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const setup = await read(socket, 8, (head) => 4 * head.readUInt16LE(6));
  const vendor = 4 * Math.ceil(setup.readUInt16LE(24) / 4);
  const formats = 8 * setup[29];
  const root = setup.readUInt32LE(40 + vendor + formats);

  socket.write(request(QUERY_TREE, 0, root));
  const tree = await read(socket, 32, (head) => 4 * head.readUInt32LE(4));
  // Hidden windows refuse focus; the only visible one is the browser's.
  for (let at = 32; at < tree.length; at += 4)
    socket.write(request(SET_INPUT_FOCUS, 0, tree.readUInt32LE(at), CURRENT_TIME));
  socket.end();
  await once(socket.resume(), 'close');
}

const LITTLE_ENDIAN = 'l'.charCodeAt(0);
const QUERY_TREE = 15;
const SET_INPUT_FOCUS = 42;
const CURRENT_TIME = 0;

function request(opcode, detail, ...words) {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(1 + words.length, 2);
  words.forEach((word, index) => bytes.writeUInt32LE(word, 4 + 4 * index));
  return bytes;
}

/** Reads a reply: its head, which says how much follows, and the rest. */
async function read(socket, headLength, restLength) {
  let bytes = Buffer.alloc(0);
  while (bytes.length < headLength || bytes.length < headLength + restLength(bytes))
    bytes = Buffer.concat([bytes, (await once(socket, 'data'))[0]]);
  return bytes;
}
