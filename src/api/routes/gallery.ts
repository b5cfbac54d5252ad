// GET /api/gallery
import { Router } from 'express';
import type { GalleryResponse } from '../../shared/api/gallery.ts';
import { readGallery } from '../../store/gallery.ts';

export function galleryRoutes(): Router {
  const router = Router();
  const items = readGallery();
  router.get('/gallery', (_req, res) => {
    res.json({ items } satisfies GalleryResponse);
  });
  return router;
}
