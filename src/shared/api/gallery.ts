// GET /api/gallery: questions with their Cypher, which the views show and the console opens.
import { z } from 'zod';

export const galleryItemSchema = z.object({
  /** Name of the file under cypher/gallery. */
  id: z.string(),
  title: z.object({ en: z.string(), zh: z.string() }),
  query: z.string(),
  /** Parameters in order, with a value to try. All are strings. */
  params: z.array(z.object({ name: z.string(), example: z.string() })),
});
export type GalleryItem = z.infer<typeof galleryItemSchema>;
export const galleryResponseSchema = z.object({ items: z.array(galleryItemSchema) });
export type GalleryResponse = z.infer<typeof galleryResponseSchema>;
