// GET /api/overrides, POST /api/overrides, DELETE /api/overrides/:id: what the user decided about the graph.
import { json, Router } from 'express';
import {
  decisionSchema,
  type Override,
  type OverrideChange,
  type OverridesResponse,
  overridesQuerySchema,
} from '../../shared/api/overrides.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { userOnly } from '../guards.ts';

const MAX_BODY_BYTES = 16_000;

export function overridesRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { workspace } = deps;

  router.get('/overrides', (req, res) => {
    const { limit, cursor } = overridesQuerySchema.parse(req.query);
    const [before = ''] = parseCursor('overrides', cursor, 1) ?? [];
    const all = [...workspace.decisions()].reverse();
    // A decision that was undone since is no place to go on from, but its time is.
    const rest = before === '' ? all : all.filter((decision) => placeOf(decision) < before);
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    const body: OverridesResponse = {
      overrides: shown,
      total: all.length,
      truncated: shown.length < all.length,
      leftOut: all.length - shown.length,
      cursor: last && rest.length > limit ? toCursor('overrides', [placeOf(last)]) : null,
    };
    res.setHeader('Cache-Control', 'no-store');
    res.json(body);
  });

  router.post('/overrides', userOnly(deps), json({ limit: MAX_BODY_BYTES }), async (req, res) => {
    const decided = await workspace.recordDecision(decisionSchema.parse(req.body));
    res.json({ ...decided, fingerprint: (await workspace.stats()).fingerprint } satisfies OverrideChange);
  });

  router.delete('/overrides/:id', userOnly(deps), async (req, res) => {
    const decided = await workspace.undoDecision(String(req.params['id']));
    res.json({ ...decided, fingerprint: (await workspace.stats()).fingerprint } satisfies OverrideChange);
  });
  return router;
}

/** Sorts as the ledger does: ids carry the line they stand on. */
function placeOf({ id }: Override): string {
  return id.replace(/\d+/, (digits) => digits.padStart(16, '0'));
}
