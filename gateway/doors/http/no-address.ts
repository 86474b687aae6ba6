import type { RequestListener } from 'node:http';
import type { RequestHandler } from 'express';
import { GatewayError } from '../../failures.ts';

/** Stands in the place of an address that is none: no route has it. */
const NONE = '/%';

/**
 * Before Express, which gives a request whose address it cannot read to none of its layers, not even to those that answer errors, and says so in HTML.
 * `app` refuses it by `refuseNoAddress`.
 */
export const withAddress =
  (app: RequestListener): RequestListener =>
  (req, res) => {
    if (!isAddress(req.url ?? '')) req.url = NONE;
    app(req, res);
  };

/** Before any route. Throws GatewayError `malformed`. */
export const refuseNoAddress: RequestHandler = ({ url }, _res, next) => {
  if (url === NONE) throw new GatewayError('malformed', 'an address that is none', { issues: [NO_ADDRESS] });
  next();
};

/** A path, an address of HTTP, or the `*` of OPTIONS (RFC 9112 §3.2). */
const isAddress = (url: string): boolean => /^(?:\/|https?:\/\/|\*$)/i.test(url) && URL.canParse(url, 'http://gateway');

const NO_ADDRESS = {
  severity: 'error',
  code: 'structure',
  text: { fr: 'L’adresse demandée n’en est pas une.', en: 'The address that is asked for is none.' },
} as const;
