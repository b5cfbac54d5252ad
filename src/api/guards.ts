// Who may ask: only under our own names, only from our own pages, with the token where one is set.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../shared/errors.ts';
import type { ApiDeps } from './deps.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const COOKIE = 'paperloom_token';

/** Against DNS rebinding (Host) and against other sites' pages (Origin, Sec-Fetch-Site). */
export function checkHostAndOrigin({ hosts }: Pick<ApiDeps, 'hosts'>): RequestHandler {
  const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return (req, _res, next) => {
    const host = (req.headers.host ?? '').toLowerCase();
    const name = host.replace(/:\d+$/, '');
    if (!known.has('*') && !known.has(name)) throw new AppError('forbidden_origin', `Host ${JSON.stringify(name)}`);
    const { origin } = req.headers;
    if (origin !== undefined && !isSameHost(origin, host)) throw new AppError('forbidden_origin', `Origin ${JSON.stringify(origin)}`);
    const site = req.headers['sec-fetch-site'];
    if (req.path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site'))
      throw new AppError('forbidden_origin', 'a page of another site');
    next();
  };
}

function isSameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** With a token set, everything under /api needs it: as a bearer token, or as the cookie that opening `/?token=...` once gives. */
export function checkToken({ token, ownerToken }: Pick<ApiDeps, 'token' | 'ownerToken'>): RequestHandler {
  return (req, _res, next) => {
    if (token === '' || isGiven(bearerOf(req), token) || isGiven(bearerOf(req), ownerToken) || isGiven(cookieOf(req), digest(token)))
      return next();
    throw new AppError('unauthorized');
  };
}

/** `/?token=...` becomes a cookie that scripts cannot read, and goes from the address bar. */
export function acceptTokenInAddress({ token }: Pick<ApiDeps, 'token'>): RequestHandler {
  return (req, res, next) => {
    const given = req.query['token'];
    if (token === '' || req.method !== 'GET' || typeof given !== 'string' || !isGiven(given, token)) return next();
    res.cookie(COOKIE, digest(token), { httpOnly: true, sameSite: 'strict', path: '/', maxAge: 30 * 24 * 3_600_000 });
    res.redirect(303, '/');
  };
}

/**
 * Changing the graph from the explorer: our own page may (its Origin, which a browser always sends with a POST or DELETE, is this very
 * host), where no TOKEN is set, since then whoever reaches the page is the user of this machine. Otherwise the TOKEN that `checkToken`
 * has seen, or the owner's.
 */
export function userOnly({ token, ownerToken }: Pick<ApiDeps, 'token' | 'ownerToken'>): RequestHandler {
  return (req, _res, next) => {
    // With a TOKEN nobody comes this far without it; a page of another origin was refused before.
    const isOwnPage = req.headers.origin !== undefined || req.headers['sec-fetch-site'] === 'same-origin';
    if (token === '' && !isOwnPage && !isGiven(bearerOf(req), ownerToken))
      throw new AppError('unauthorized', 'outside of the explorer this needs the token in owner.json of the data folder');
    next();
  };
}

/** Writing needs the token of owner.json. */
export function ownerOnly({ ownerToken }: Pick<ApiDeps, 'ownerToken'>): RequestHandler {
  return (req, _res, next) => {
    if (!isGiven(bearerOf(req), ownerToken)) throw new AppError('unauthorized', 'this needs the token in owner.json of the data folder');
    next();
  };
}

function bearerOf(req: Request): string {
  return /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
}

function cookieOf(req: Request): string {
  return (
    (req.headers.cookie ?? '')
      .split(/;\s*/)
      .find((part) => part.startsWith(`${COOKIE}=`))
      ?.slice(COOKIE.length + 1) ?? ''
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** In constant time, whatever the lengths. */
function isGiven(given: string, expected: string): boolean {
  return given !== '' && timingSafeEqual(Buffer.from(digest(given)), Buffer.from(digest(expected)));
}
