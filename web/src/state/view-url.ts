// ViewState to and from the query string. Unknown or damaged values fall back to the default: a link never breaks the page.
import type { NodeType } from '../../../src/shared/api/common.ts';
import { MAX_COMPARED } from './compare.ts';
import {
  type CameraView,
  type DataMark,
  DEFAULT_VIEW,
  type Expansion,
  type GridView,
  isEdgeType,
  NODE_TYPES,
  PROJECTIONS,
  type Question,
  TABS,
  THEMES,
  type ViewState,
} from './view-state.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null => values.find((known) => known === value) ?? null;
const isNodeType = (value: string): value is NodeType => (NODE_TYPES as readonly string[]).includes(value);
const list = (value: string | null): string[] => (value ? value.split(',') : []);
const date = (value: string | null): string | null => (value && DATE.test(value) ? value : null);

function parseCamera(value: string | null): CameraView | null {
  const [x, y, ratio] = list(value).map(Number);
  if (x === undefined || y === undefined || ratio === undefined) return null;
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null;
}

/** Parameters stand in the address as JSON; damaged ones are left out. */
function parseQuestion(query: string | null, params: string | null): Question | null {
  if (!query) return null;
  try {
    const given: unknown = JSON.parse(params ?? '{}');
    const isMap = typeof given === 'object' && given !== null && !Array.isArray(given);
    return { query, params: isMap ? (given as Question['params']) : {} };
  } catch {
    return { query, params: {} };
  }
}

const MAX_PICKED = 400;
const MAX_EXPANSIONS = 60;
const bars = (value: string | null): string[] => [...new Set((value ?? '').split('|').filter(Boolean))];
const count = (value: string | undefined): number | null => (value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null);

/** `id*ROLE*50`, or a bare id. */
function parseExpansion(text: string): Expansion[] {
  const [id, role, shown] = text.split('*');
  if (!id) return [];
  if (role === undefined) return [{ id, role: null, shown: 0 }];
  return isEdgeType(role) ? [{ id, role, shown: count(shown) ?? 0 }] : [];
}
const expansionText = ({ id, role, shown }: Expansion): string => (role === null ? id : `${id}*${role}*${shown}`);

/** `hash.papers.nodes.edges.newest`; a bare hash is a link of an older version. */
function parseMark(value: string | null): DataMark | null {
  const [hash, papers, nodes, edges, newest] = (value ?? '').split('.');
  if (!hash) return null;
  const counts = [count(papers), count(nodes), count(edges)] as const;
  return {
    hash,
    counts:
      counts[0] === null || counts[1] === null || counts[2] === null ? null : { papers: counts[0], nodes: counts[1], edges: counts[2] },
    newest: date(newest ?? null),
  };
}
const markText = ({ hash, counts, newest }: DataMark): string =>
  [hash, ...(counts ? [counts.papers, counts.nodes, counts.edges, newest ?? ''] : [])].join('.');

function parseGrid(query: URLSearchParams): GridView {
  const [row, column] = (query.get('cell') ?? '').split('|');
  return {
    by: query.get('by') || null,
    gaps: query.get('gaps') === '1',
    rollUp: query.get('roll') !== '0',
    find: (query.get('find') ?? '').slice(0, 100),
    cell: row && column ? `${row}\n${column}` : null,
  };
}

/** `remembered` holds what the browser or an earlier visit says about language and theme. */
export function parseView(search: string, remembered: Pick<ViewState, 'lang' | 'theme'>): ViewState {
  const query = new URLSearchParams(search);
  return {
    tab: oneOf(TABS, query.get('tab')) ?? DEFAULT_VIEW.tab,
    lang: oneOf(['zh', 'en'] as const, query.get('lang')) ?? remembered.lang,
    theme: oneOf(THEMES, query.get('theme')) ?? remembered.theme,
    selected: query.get('sel') || null,
    edge: query.get('edge') || null,
    hiddenTypes: list(query.get('hide')).filter(isNodeType),
    hiddenRoles: list(query.get('roles')).filter(isEdgeType),
    from: date(query.get('from')),
    to: date(query.get('to')),
    camera: parseCamera(query.get('cam')),
    compared: bars(query.get('cmp')).slice(0, MAX_COMPARED),
    since: date(query.get('since')),
    ask: parseQuestion(query.get('q'), query.get('p')),
    hulls: query.get('hulls') !== '0',
    projection: oneOf(PROJECTIONS, query.get('show')) ?? DEFAULT_VIEW.projection,
    explored: bars(query.get('x')).slice(0, MAX_EXPANSIONS).flatMap(parseExpansion),
    picked: bars(query.get('pick')).slice(0, MAX_PICKED),
    split: query.get('beside') === '1',
    grid: parseGrid(query),
    mark: parseMark(query.get('fp')),
  };
}

const round = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Only what differs from the default, so that a fresh page has a bare address. */
export function toSearch(view: ViewState): string {
  const query = new URLSearchParams();
  const add = (key: string, value: string | null, fallback: string | null = null): void => {
    if (value !== null && value !== '' && value !== fallback) query.set(key, value);
  };
  add('tab', view.tab, DEFAULT_VIEW.tab);
  add('sel', view.selected);
  add('edge', view.edge);
  add('hide', view.hiddenTypes.join(','));
  add('roles', view.hiddenRoles.join(','));
  add('from', view.from);
  add('to', view.to);
  add('cam', view.camera ? [view.camera.x, view.camera.y, view.camera.ratio].map(round).join(',') : null);
  add('since', view.since);
  add('cmp', view.compared.join('|'));
  add('q', view.ask?.query ?? null);
  add('p', view.ask && Object.keys(view.ask.params).length > 0 ? JSON.stringify(view.ask.params) : null);
  add('hulls', view.hulls ? null : '0');
  add('show', view.projection, DEFAULT_VIEW.projection);
  add('x', view.explored.map(expansionText).join('|'));
  add('pick', view.picked.join('|'));
  add('beside', view.split ? '1' : null);
  add('by', view.grid.by);
  add('gaps', view.grid.gaps ? '1' : null);
  add('roll', view.grid.rollUp ? null : '0');
  add('find', view.grid.find);
  add('cell', view.grid.cell?.replace('\n', '|') ?? null);
  if (query.size === 0) return '';
  add('lang', view.lang);
  add('theme', view.theme, 'auto');
  add('fp', view.mark ? markText(view.mark) : null);
  return `?${query.toString()}`;
}
