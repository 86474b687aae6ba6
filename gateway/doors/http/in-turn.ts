import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Takes the requests of a connection one after the other: the next is looked at once the answer before it has left. Whoever sends several at once
 * (pipelining, RFC 9112 §9.3.2) would else have an answer decided now, and taken out when those before it are read, however much later: what was
 * withdrawn meanwhile would leave all the same.
 */
export function inTurn(app: RequestListener): RequestListener {
  const underWay = new WeakMap<Socket, ServerResponse>();
  return (req, res) => {
    const { socket } = req;
    const before = underWay.get(socket);
    underWay.set(socket, res);
    res.once('close', () => {
      if (underWay.get(socket) === res) underWay.delete(socket);
    });
    if (before === undefined) return app(req, res);
    // Nobody waits for the answer on a connection that is gone.
    before.once('close', () => void (socket.destroyed || app(req, res)));
  };
}
