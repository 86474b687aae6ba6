import type { Request } from 'express';

/**
 * Where who asks finds this gateway, without a slash at the end: what the configuration says of it (`PUBLIC_URL`), else the host that the call
 * itself names, which may be anything.
 */
export const ownAddress = (req: Pick<Request, 'protocol' | 'get'>, publicUrl: string): string =>
  publicUrl === '' ? `${req.protocol}://${req.get('host')}` : publicUrl;
