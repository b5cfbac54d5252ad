// GET /api/schema: labels, edge types and properties with counts, for completion in a console.
import { z } from 'zod';
import { edgeTypeSchema, nodeLabelSchema } from './common.ts';

const propertySchema = z.object({ name: z.string(), type: z.enum(['string', 'number', 'strings']) });
export const schemaResponseSchema = z.object({
  labels: z.array(z.object({ label: nodeLabelSchema, nodes: z.number().int(), properties: z.array(propertySchema) })),
  edges: z.array(
    z.object({
      type: edgeTypeSchema,
      edges: z.number().int(),
      from: z.array(nodeLabelSchema),
      to: z.array(nodeLabelSchema),
      properties: z.array(propertySchema),
    }),
  ),
  fingerprint: z.string(),
});
export type SchemaResponse = z.infer<typeof schemaResponseSchema>;
