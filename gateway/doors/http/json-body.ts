import { MIMEType } from 'node:util';
import type { Request, RequestHandler } from 'express';
import type { Bilingual } from '../../../profiles/codes.ts';
import { GatewayError } from '../../failures.ts';
import { jsonFromBytes } from './json-text.ts';

const MEDIA_TYPES: readonly string[] = ['application/json', 'application/fhir+json'];

interface JsonBodyOptions {
  readonly sizeMaxBytes: number;
  /** Objects and arrays within each other; a bare object has depth 1. */
  readonly depthMax: number;
}

/**
 * Reads a JSON body into `req.body`. Throws GatewayError: `unsupportedMediaType` for another Content-Type, charset or Content-Encoding,
 * `tooLarge`, and `malformed` for a missing or broken-off body and for bytes that are not the JSON we accept (`jsonFromBytes`).
 */
export function jsonBody({ sizeMaxBytes, depthMax }: JsonBodyOptions): RequestHandler {
  return async (req, res, next) => {
    const refusal = refusalOf(req, sizeMaxBytes);
    if (refusal !== undefined) throw refusal;
    // What comes after the limit is not read: express.raw would read a body without end to its end before it says so.
    const bytes = await bytesOf(req, sizeMaxBytes, () => res.set('Connection', 'close'));
    req.body = jsonFromBytes(bytes, depthMax);
    next();
  };
}

function refusalOf({ headers }: Request, sizeMaxBytes: number): GatewayError | undefined {
  const length = headers['content-length'];
  if (length === '0' || (length === undefined && headers['transfer-encoding'] === undefined)) {
    return failure('malformed', undefined, {
      fr: 'Le corps de la requête est vide ; envoyez le concept en JSON.',
      en: 'The request body is empty; send the concept as JSON.',
    });
  }
  const type = mediaType(headers['content-type']);
  const charset = type?.params.get('charset')?.toLowerCase() ?? 'utf-8';
  if (type === undefined || !MEDIA_TYPES.includes(type.essence) || charset !== 'utf-8') {
    return failure('unsupportedMediaType', 'Content-Type', {
      fr: 'En-tête Content-Type : application/json ou application/fhir+json, en UTF-8 (charset absent ou utf-8).',
      en: 'Header Content-Type: application/json or application/fhir+json, in UTF-8 (charset absent or utf-8).',
    });
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    return failure('unsupportedMediaType', 'Content-Encoding', {
      fr: 'En-tête Content-Encoding : envoyez le corps sans compression (identity).',
      en: 'Header Content-Encoding: send the body uncompressed (identity).',
    });
  }
  return Number(length ?? 0) > sizeMaxBytes ? tooLarge(sizeMaxBytes) : undefined;
}

/** All the bytes of the body. Beyond the limit it stops reading, calls `onTooLarge` and throws. */
export function bytesOf(req: Request, sizeMaxBytes: number, onTooLarge: () => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    req.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= sizeMaxBytes) return chunks.push(chunk);
      req.pause();
      onTooLarge();
      return reject(tooLarge(sizeMaxBytes));
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', (cause) => reject(brokenOff(cause)));
    req.once('close', () => reject(brokenOff(undefined)));
  });
}

/** What a Content-Type says; undefined for none, and for one that says nothing. */
export function mediaType(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}

const tooLarge = (sizeMaxBytes: number): GatewayError =>
  failure('tooLarge', 'Content-Length', {
    fr: `Le corps de la requête dépasse ${sizeMaxBytes} octets ; envoyez moins à la fois.`,
    en: `The request body exceeds ${sizeMaxBytes} bytes; send less at a time.`,
  });

const brokenOff = (cause: unknown): GatewayError =>
  new GatewayError('malformed', 'the request body broke off', {
    cause,
    issues: [
      {
        severity: 'error',
        code: 'incomplete',
        text: {
          fr: 'Le corps de la requête s’est interrompu ; renvoyez-la.',
          en: 'The request body broke off; send it again.',
        },
      },
    ],
  });

function failure(
  kind: 'malformed' | 'unsupportedMediaType' | 'tooLarge',
  header: string | undefined,
  text: Bilingual,
): GatewayError {
  const code = ({ malformed: 'structure', unsupportedMediaType: 'not-supported', tooLarge: 'too-long' } as const)[kind];
  return new GatewayError(kind, header === undefined ? 'empty body' : `header ${header}`, {
    issues: [{ severity: 'error', code, text, ...(header === undefined ? {} : { expression: `http.${header}` }) }],
  });
}
