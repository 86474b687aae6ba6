import type { RequestHandler } from 'express';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import { bytesOf, mediaType } from './json-body.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Reads the parameters of a `_search` into `req.body` as URLSearchParams; none where no body came. Throws GatewayError
 * `unsupportedMediaType` for another Content-Type, charset or Content-Encoding, `tooLarge`, and `malformed` for a body that broke off.
 */
export function formBody({ sizeMaxBytes }: { readonly sizeMaxBytes: number }): RequestHandler {
  return async (req, res, next) => {
    const { headers } = req;
    const isEmpty =
      headers['content-length'] === '0' || (headers['content-length'] ?? headers['transfer-encoding']) === undefined;
    if (!isEmpty && !isForm(headers['content-type'], headers['content-encoding']))
      throw new GatewayError('unsupportedMediaType', 'header Content-Type', { issues: [NOT_A_FORM] });
    const bytes = isEmpty ? Buffer.alloc(0) : await bytesOf(req, sizeMaxBytes, () => res.set('Connection', 'close'));
    req.body = new URLSearchParams(bytes.toString('utf8'));
    next();
  };
}

function isForm(contentType: string | undefined, encoding = 'identity'): boolean {
  const type = mediaType(contentType);
  const charset = type?.params.get('charset')?.toLowerCase() ?? 'utf-8';
  return type?.essence === FORM && charset === 'utf-8' && encoding.toLowerCase() === 'identity';
}

const NOT_A_FORM: Issue = {
  severity: 'error',
  code: 'not-supported',
  expression: 'http.Content-Type',
  text: {
    fr: `En-tête Content-Type : ${FORM}, en UTF-8, sans compression ; les paramètres de la recherche dans le corps.`,
    en: `Header Content-Type: ${FORM}, in UTF-8, uncompressed; the parameters of the search in the body.`,
  },
};
