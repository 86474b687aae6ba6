import { MIMEType } from 'node:util';
import { type Request, type RequestHandler, raw } from 'express';
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
 * `tooLarge`, and `malformed` for a missing body and for bytes that are not the JSON we accept (`jsonFromBytes`).
 */
export function jsonBody({ sizeMaxBytes, depthMax }: JsonBodyOptions): RequestHandler {
  const readBytes = raw({ type: () => true, inflate: false, limit: sizeMaxBytes });

  return (req, res, next) => {
    const refusal = refusalOf(req);
    if (refusal !== undefined) return next(refusal);
    readBytes(req, res, (error?: unknown) => {
      if (error !== undefined) return next(readingFailure(error, sizeMaxBytes));
      try {
        req.body = jsonFromBytes(req.body, depthMax);
      } catch (cause) {
        return next(cause);
      }
      next();
    });
  };
}

function refusalOf({ headers }: Request): GatewayError | undefined {
  const empty = headers['content-length'] === '0';
  if (empty || (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined)) {
    return failure('malformed', undefined, {
      fr: 'Le corps de la requête est vide ; envoyez le concept en JSON.',
      en: 'The request body is empty; send the concept as JSON.',
    });
  }
  const type = mediaType(headers['content-type']);
  const charset = type?.params.get('charset')?.toLowerCase() ?? 'utf-8';
  if (type !== undefined && MEDIA_TYPES.includes(type.essence) && charset === 'utf-8') return undefined;
  return failure('unsupportedMediaType', 'Content-Type', {
    fr: 'En-tête Content-Type : application/json ou application/fhir+json, en UTF-8 (charset absent ou utf-8).',
    en: 'Header Content-Type: application/json or application/fhir+json, in UTF-8 (charset absent or utf-8).',
  });
}

function mediaType(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}

/** What went wrong while the bytes came in, by the `type` that raw-body gives to its errors. */
function readingFailure(cause: unknown, sizeMaxBytes: number): GatewayError {
  const type = cause instanceof Error && 'type' in cause ? cause.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return failure('tooLarge', 'Content-Length', {
        fr: `Le corps de la requête dépasse ${sizeMaxBytes} octets ; envoyez moins à la fois.`,
        en: `The request body exceeds ${sizeMaxBytes} bytes; send less at a time.`,
      });
    case 'encoding.unsupported':
      return failure('unsupportedMediaType', 'Content-Encoding', {
        fr: 'En-tête Content-Encoding : envoyez le corps sans compression (identity).',
        en: 'Header Content-Encoding: send the body uncompressed (identity).',
      });
    case 'request.aborted':
    case 'request.size.invalid':
      return failure('malformed', 'Content-Length', {
        fr: 'Le corps reçu n’a pas la longueur annoncée par l’en-tête Content-Length ; renvoyez la requête.',
        en: 'The body received is not as long as the header Content-Length says; send the request again.',
      });
    default:
      return new GatewayError('internal', 'the request body could not be read', { cause });
  }
}

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
