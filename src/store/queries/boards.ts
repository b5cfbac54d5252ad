// Queries behind the views beside the map: leaderboards, lineage, paths.
import { z } from 'zod';
import { idsSchema, propertiesSchema, readQuery } from './define.ts';

const paperRef = { id: z.string(), title: z.string(), date: z.string(), url: z.string(), lang: z.string() };
const nodeRef = { id: z.string(), name: z.string(), nameZh: z.string().nullable(), labels: z.array(z.string()) };

export const BOARD_QUERIES = {
  'leaderboards-list': readQuery({ limit: z.number().int() }, { ...nodeRef, results: z.number().int(), papers: z.number().int() }),
  'leaderboard-results': readQuery(
    { id: z.string(), limit: z.number().int() },
    {
      resultId: z.string(),
      properties: propertiesSchema,
      ...paperRef,
      subjectId: z.string().nullable(),
      subjectName: z.string().nullable(),
      subjectNameZh: z.string().nullable(),
      subjectLabels: z.array(z.string()).nullable(),
    },
  ),
  'leaderboard-relations': readQuery(
    { id: z.string() },
    { paperId: z.string(), type: z.string(), confidence: z.number(), rule: z.string() },
  ),
  'leaderboard-count': readQuery({ id: z.string() }, { total: z.number().int() }),
  'entities-reached': readQuery({ ids: idsSchema, limit: z.number().int() }, { source: z.string(), type: z.string(), target: z.string() }),
  'models-below': readQuery({ ids: idsSchema }, { above: z.string(), type: z.string(), paperId: z.string().nullable(), ...nodeRef }),
  'models-papers': readQuery(
    { ids: idsSchema, limit: z.number().int() },
    { modelId: z.string(), type: z.string(), properties: propertiesSchema, ...paperRef },
  ),
  'models-papers-counts': readQuery({ ids: idsSchema }, { modelId: z.string(), role: z.string(), total: z.number().int() }),
  'papers-techniques': readQuery({ ids: idsSchema }, { paperId: z.string(), type: z.string(), ...nodeRef }),
} as const;
