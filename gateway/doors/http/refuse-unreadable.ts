import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Issue } from '../../../profiles/issue.ts';
import { operationOutcome } from './operation-outcome.ts';

interface Refusal {
  readonly status: number;
  readonly issue: Issue;
}

const TOO_LONG: Refusal = {
  status: 431,
  issue: {
    severity: 'error',
    code: 'too-long',
    text: {
      fr: 'L’adresse et les en-têtes dépassent 16 ko ensemble. Mettez ce qui est long dans le corps.',
      en: 'The address and the headers are more than 16 kB together. Put what is long in the body.',
    },
  },
};

const TOO_SLOW: Refusal = {
  status: 408,
  issue: {
    severity: 'error',
    code: 'timeout',
    text: {
      fr: 'La demande n’est pas arrivée entière à temps. Envoyez-la de nouveau.',
      en: 'The request did not arrive whole in time. Send it again.',
    },
  },
};

const NOT_HTTP: Refusal = {
  status: 400,
  issue: {
    severity: 'error',
    code: 'structure',
    text: { fr: 'Ceci n’est pas une requête HTTP bien formée.', en: 'This is not a well-formed HTTP request.' },
  },
};

const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: TOO_LONG,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};

/**
 * What the HTTP server cannot read reaches no route: it is refused here in the shape of every other refusal, in French, since no header says
 * otherwise, and the connection ends. Nothing is said over an answer that is under way, nor to whoever has gone. For `server.on('clientError')`.
 */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Where Node keeps the answer under way of a connection (lib/_http_server.js does the same).
  const underWay: unknown = Reflect.get(socket, '_httpMessage');
  if (error.code === 'ECONNRESET' || !socket.writable || (underWay !== undefined && underWay !== null)) {
    socket.destroy();
    return;
  }
  const { status, issue } = REFUSALS[error.code ?? ''] ?? NOT_HTTP;
  const body = JSON.stringify(operationOutcome([issue], 'fr'));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/fhir+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
